using System.Collections.Immutable;

namespace EcsPlatform.Preview.Aws;

/// <summary>What AWS would have answered to the creation of a resource, as far as that can be known without asking it.</summary>
/// <param name="Id">The provider's id of the resource.</param>
/// <param name="Outputs">The inputs, echoed, and what the provider computes. Numbers are doubles.</param>
internal sealed record FakeAnswer(string Id, ImmutableDictionary<string, object> Outputs);
