using System.Collections.Frozen;
using System.Collections.Immutable;
using EcsPlatform.Preview.Rules;

namespace EcsPlatform.Preview.Aws;

/// <summary>The functions that find what exists, and the resources that a program may read.</summary>
internal static class LookUps
{
    private static readonly FrozenDictionary<string, Func<LookUp, (string Key, object Value)[]>> Rows = new[]
    {
        NetworkLookUps.Rows, ContainerLookUps.Rows, EdgeLookUps.Rows, StorageLookUps.Rows,
    }.SelectMany(rows => rows).ToFrozenDictionary();

    /// <summary>The tokens with a row of their own: of functions and of resource types.</summary>
    public static IEnumerable<string> Known => Rows.Keys;

    /// <summary>The answer to a function that finds something by its name, its id and so on; null for any other function.</summary>
    public static ImmutableDictionary<string, object>? Invoke(string token, ImmutableDictionary<string, object> args, AwsScope scope)
    {
        if (!Rows.TryGetValue(token, out var exact))
        {
            return null;
        }

        var lookUp = LookUp.ByFunction(token, args, scope);
        return lookUp.Answer(KnownTypes.Function(token), exact(lookUp));
    }

    /// <summary>What is known of a resource that is read, not made.</summary>
    public static FakeAnswer Read(string type, string id, ImmutableDictionary<string, object> state, AwsScope scope)
    {
        var lookUp = LookUp.OfResource(type, id, state, scope);
        var answer = lookUp.Answer(KnownTypes.Resource(type), Rows.TryGetValue(type, out var exact) ? exact(lookUp) : []);
        return new FakeAnswer(id, answer.Remove("id"));
    }
}
