using System.Collections.Frozen;
using System.Collections.Immutable;

namespace EcsPlatform.Preview.Aws;

/// <summary>
/// What AWS would answer. Everything follows from the identity, the inputs and the scope, so that the same program gives the same
/// answers everywhere, and a replaced resource gives new ones.
/// </summary>
internal static class AwsAnswers
{
    private static readonly FrozenDictionary<string, Action<AnswerDraft>> Rows = new[]
    {
        NetworkAnswers.Rows, NetworkEdgeAnswers.Rows, InstanceAnswers.Rows, AutoScalingAnswers.Rows, EcsAnswers.Rows,
        LoadBalancingAnswers.Rows, FileSystemAnswers.Rows, RegistryAnswers.Rows, LambdaAnswers.Rows, CloudFrontAnswers.Rows,
        BucketAnswers.Rows, IamAnswers.Rows, DnsAnswers.Rows, MessagingAnswers.Rows, WebAclAnswers.Rows, ParameterAnswers.Rows,
        ServiceDiscoveryAnswers.Rows, CloudWatchAnswers.Rows, DataAnswers.Rows,
    }.SelectMany(rows => rows).ToFrozenDictionary();

    // Their resources have no region in provider version 7.
    private static readonly FrozenSet<string> GlobalModules = ["cloudfront", "iam", "route53"];

    /// <summary>The type tokens with a row of their own.</summary>
    public static IEnumerable<string> KnownTypes => Rows.Keys;

    /// <param name="type">The resource's type token.</param>
    /// <param name="name">Its logical name.</param>
    /// <param name="inputs">Its inputs as the engine sees them.</param>
    /// <param name="identity">
    /// At least 40 lower-case hex digits that follow from the URN and from the inputs whose change replaces the resource.
    /// </param>
    /// <param name="scope">Where the resource's provider works.</param>
    public static FakeAnswer For(
        string type, string name, ImmutableDictionary<string, object> inputs, string identity, AwsScope scope)
    {
        var draft = new AnswerDraft(name, inputs, identity, scope);
        if (Rows.TryGetValue(type, out var complete))
        {
            complete(draft);
            if (!GlobalModules.Contains(type.Split(':', '/')[1]))
            {
                draft.Default("region", draft.Scope.Region);
            }
        }

        return draft.Finish();
    }

    /// <summary>What is known of a resource that exists and is only read.</summary>
    /// <param name="type">Its type token.</param>
    /// <param name="id">Its id, as the program gives it.</param>
    /// <param name="state">What else the program says of it.</param>
    /// <param name="scope">Where its provider works.</param>
    public static FakeAnswer Read(string type, string id, ImmutableDictionary<string, object> state, AwsScope scope) =>
        LookUps.Read(type, id, state, scope);

    /// <summary>
    /// The answer to a function that needs nothing but the scope, or that finds what exists; null when AWS would have to be asked.
    /// </summary>
    public static ImmutableDictionary<string, object>? Invoke(string token, ImmutableDictionary<string, object> args, AwsScope scope) =>
        ScopeFunctions.Invoke(token, args, scope) ?? RegistryAnswers.Invoke(token, args, scope) ?? LookUps.Invoke(token, args, scope);
}
