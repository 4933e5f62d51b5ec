using System.Collections.Immutable;
using EcsPlatform.Functions;
using EcsPlatform.Networking;
using EcsPlatform.Processing;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Functions;

/// <summary>What a stack's functions stand on.</summary>
/// <param name="Settings">The stack's settings.</param>
/// <param name="Stores">The buckets of <see cref="DataBuckets"/>, and the file system of the releases.</param>
internal sealed record FunctionPlace(PlatformSettings Settings, DataStores Stores)
{
    /// <summary>The name of a bucket.</summary>
    /// <param name="bucket">What <see cref="DataBuckets"/> calls it.</param>
    /// <returns>The environment variable's value.</returns>
    public FunctionVariable BucketName(string bucket) => new FunctionVariable.Resource(Stores.Buckets[bucket].BucketName);

    /// <summary>A function as a pipeline takes it.</summary>
    /// <param name="function">The function.</param>
    /// <returns>The function with its queue, its places, its environment and its pin.</returns>
    public PipelineFunction Make(DataFunction function) => new()
    {
        Name = function.Name,
        Queue = Settings.Processing.Queues[function.Name],
        Reads = [.. DataEvents.PlacesOf(function.Name, Settings.Processing.Unreleased), .. function.Reads],
        Writes = [.. function.Writes, .. Unreleased(function)],
        Deletes = [.. function.Deletes, .. Unreleased(function)],
        Function = new LambdaFunctionArgs
        {
            Account = Settings.Account,
            Code = Code(function),
            MemoryMiB = function.Memory,
            TimeoutSeconds = function.Timeout,
            EphemeralStorageMiB = function.Storage,
            EnvironmentSets = SharedVariableSets.Of(function.Shared, this),
            Environment = Environment(function),
            // Those that reach nothing in the network stay outside, where no NAT gateway stands between them and the buckets.
            Vpc = function.CallsSearch || function.MountsReleases ? new FunctionVpc(Stores.Network) { Egress = InternetEgress.Https } : null,
            FileSystem = function.MountsReleases ? new FileSystemMount(Stores.FileSystem!, StackContent.AccessPoint, DataFunctions.MountPath) : null,
            Alias = "live",
        },
    };

    private ImmutableArray<ObjectPlace> Unreleased(DataFunction function) => Settings.Processing.Unreleased ? function.Unreleased : [];

    private FunctionCode Code(DataFunction function) => function.Kind switch
    {
        FunctionKind.Image => new FunctionCode.Image(Settings.Images[function.Name]),
        FunctionKind.Jar jar when Settings.Jars[function.Name] is var pin =>
            new FunctionCode.Jar(Settings.Processing.JarBucket, pin.Key, pin.Version, pin.Sha256) { Handler = jar.Handler, Runtime = "java11" },
        _ => throw new InvalidOperationException($"No code in {function.Kind.GetType().Name}."),
    };

    private ImmutableSortedDictionary<string, FunctionVariable> Environment(DataFunction function) => function.Own
        .Select(own => (own.Name, Value: FunctionVariable.FromString(own.Value)))
        .Concat(function.OwnBuckets.Select(own => (own.Name, Value: BucketName(own.Bucket))))
        .Concat(function.Secrets.Select(name => (Name: name, Value: (FunctionVariable)new FunctionVariable.Secret(Settings.Processing.Secrets[name]))))
        .ToImmutableSortedDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal)
        .SetItems(Settings.Processing.FurtherEnvironment[function.Name]
            .Select(variable => KeyValuePair.Create(variable.Key, FunctionVariable.FromString(variable.Value))));
}
