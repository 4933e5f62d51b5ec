using System.Collections.Immutable;

namespace EcsPlatform.Preview.Aws;

/// <summary>An answer in the making: starts as an echo of the inputs, rows of the tables add what AWS computes.</summary>
internal sealed class AnswerDraft
{
    private readonly ImmutableDictionary<string, object>.Builder _outputs;
    private readonly string _identity;

    public AnswerDraft(string name, ImmutableDictionary<string, object> inputs, string identity, AwsScope scope)
    {
        Name = name;
        Inputs = inputs;
        _identity = identity;
        _outputs = inputs.ToBuilder();
        Scope = inputs.Text("region") is { Length: > 0 } region ? scope with { Region = region } : scope;
        Id = AutoName(name, identity, limit: 0);
    }

    /// <summary>The logical name in the program.</summary>
    public string Name { get; }

    public ImmutableDictionary<string, object> Inputs { get; }

    /// <summary>Where the resource lives; its own <c>region</c> input counts before the provider's.</summary>
    public AwsScope Scope { get; }

    public string Id { get; private set; }

    /// <summary>A seed that follows from the identity; the purpose keeps several of them apart.</summary>
    public string Seed(string purpose = "") => $"{_identity}|{purpose}";

    /// <summary>A seed that follows from the inputs too: for what moves at every update in place.</summary>
    public string ContentSeed(params ReadOnlySpan<string> ignored) =>
        $"{_identity}|{ContentDigest.Of(Inputs.RemoveRange(ignored.ToArray()))}";

    /// <summary>A seed that follows from some of the inputs too.</summary>
    public string SeedOf(IReadOnlyCollection<string> inputs) =>
        $"{_identity}|{ContentDigest.Of(Inputs.RemoveRange(Inputs.Keys.Except(inputs)))}";

    /// <summary>An output so far: an input or what a row has set; "" when it is neither or no text.</summary>
    public string Text(string key) => _outputs.TryGetValue(key, out var value) && value is string text ? text : "";

    public string Ec2Id(string prefix, string purpose = "") => FakeIdentifiers.Ec2(prefix, Seed(purpose));

    public AnswerDraft Identify(string id)
    {
        Id = id;
        return this;
    }

    public AnswerDraft Set(string key, object value)
    {
        _outputs[key] = value;
        return this;
    }

    /// <summary>Sets what AWS or the provider fills in when the program is silent.</summary>
    public AnswerDraft Default(string key, object value)
    {
        _outputs.TryAdd(key, value);
        return this;
    }

    /// <summary>Outputs that exist and are empty for the resources of this platform.</summary>
    public AnswerDraft Empty(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            _outputs.TryAdd(key, "");
        }

        return this;
    }

    /// <summary>A taggable resource: <c>tagsAll</c> holds its tags. Default tags of the provider are not known here.</summary>
    public AnswerDraft Tags() => Set("tagsAll", Inputs.Entries("tags"));

    public AnswerDraft Arn(string service, string resource) => Set("arn", Scope.Arn(service, resource));

    public AnswerDraft GlobalArn(string service, string resource) => Set("arn", Scope.GlobalArn(service, resource));

    /// <summary>Ids of this kind are ARNs.</summary>
    public AnswerDraft IdIsArn() => Identify(Text("arn"));

    /// <summary>
    /// The physical name: what the program gives, else its prefix with a unique suffix, else what the real provider makes of the
    /// logical name, cut to the limit of the service in front of the suffix.
    /// </summary>
    public AnswerDraft Named(int limit = 255, string key = "name", string suffix = "", bool lower = false)
    {
        if (Text(key).Length > 0)
        {
            return this;
        }

        var prefix = Text(key + "Prefix");
        var name = prefix.Length > 0
            ? prefix + FakeIdentifiers.Digits(26, Seed("name suffix")) + suffix
            : AutoName(Name, _identity, limit - suffix.Length) + suffix;
        return Set(key, lower ? name.ToLowerInvariant() : name);
    }

    /// <summary>A named resource whose id is its name.</summary>
    public AnswerDraft IdIsName(int limit = 255) => Named(limit).Identify(Text("name"));

    /// <summary>An EC2-style resource: id, ARN and owner.</summary>
    public AnswerDraft Ec2(string prefix, string arnKind) =>
        Identify(Ec2Id(prefix)).Arn("ec2", $"{arnKind}/{Id}").Set("ownerId", Scope.AccountId);

    public FakeAnswer Finish() => new(Id, _outputs.ToImmutable());

    private static string AutoName(string name, string identity, int limit)
    {
        var suffix = $"-{identity[..7]}";
        var room = limit > 0 ? limit - suffix.Length : name.Length;
        return (name.Length > room ? name[..room] : name) + suffix;
    }
}
