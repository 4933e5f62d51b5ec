using EcsPlatform.Networking;
using EcsPlatform.Storage;

namespace EcsPlatform.Processing;

/// <summary>Where a <see cref="DataProcessing"/> keeps its data, for the functions that work on it.</summary>
/// <param name="Network">The network.</param>
/// <param name="Buckets">The buckets, by name.</param>
/// <param name="FileSystem">The file system; null for none.</param>
public sealed record DataStores(BaseNetwork Network, ImmutableSortedDictionary<string, PipelineBucket> Buckets, EfsFileSystem? FileSystem);
