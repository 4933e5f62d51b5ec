using System.Collections.Immutable;
using EcsPlatform.Plans;
using Pulumi.Facts;
using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Aws;

/// <summary>
/// Something that exists and that a program reads: by a function of the provider, or as a resource. What was asked stays, what follows
/// from it and from the scope is exact, and every other text is a placeholder that says where it would come from.
/// </summary>
internal sealed class LookUp
{
    /// <summary>What every placeholder begins with.</summary>
    public const string Mark = LookedUp.Mark;

    private readonly string _source;

    private LookUp(string source, string id, ImmutableDictionary<string, object> given, AwsScope scope)
    {
        _source = source;
        Id = id;
        Given = given;
        Scope = given.Text("region") is { Length: > 0 } region ? scope with { Region = region } : scope;
    }

    /// <summary>The id of a resource that is read; "" for a function.</summary>
    public string Id { get; }

    /// <summary>A function's arguments, or the state by which a resource is read.</summary>
    public ImmutableDictionary<string, object> Given { get; }

    public AwsScope Scope { get; }

    public static LookUp ByFunction(string token, ImmutableDictionary<string, object> args, AwsScope scope) =>
        new($"{Short(token)}({string.Join(", ", args.OrderBy(arg => arg.Key, StringComparer.Ordinal).Select(arg => $"{arg.Key}={Shown(arg.Value)}"))})", "", args, scope);

    public static LookUp OfResource(string type, string id, ImmutableDictionary<string, object> state, AwsScope scope) =>
        new($"{Short(type)} '{id}'", id, state, scope);

    /// <summary>What stands for a value that only AWS knows.</summary>
    public string Placeholder(string property) => $"{Mark}{property} of {_source}]";

    /// <summary>What the program gave under a name, else the placeholder.</summary>
    public string Text(string property) => Given.Text(property) is { Length: > 0 } text ? text : Placeholder(property);

    /// <summary>
    /// The whole answer. A number, a truth value and a list of objects cannot say that they are placeholders: they are 0, false and
    /// empty; a list of texts has one placeholder.
    /// </summary>
    public ImmutableDictionary<string, object> Answer(ItemFacts? facts, IEnumerable<(string Key, object Value)> exact)
    {
        var answer = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var output in facts?.Outputs.Where(output => !output.Optional) ?? [])
        {
            if (Unknown(output) is { } value)
            {
                answer[output.Name] = value;
            }
        }

        if (answer.ContainsKey("region"))
        {
            answer["region"] = Scope.Region;
        }

        foreach (var (key, value) in exact.Concat(Given.Select(given => (given.Key, given.Value))))
        {
            answer[key] = value;
        }

        return answer.ToImmutable();
    }

    private object? Unknown(PropertyFacts output) => output.Type.Kind switch
    {
        "list" => output.Type.Item!.Kind == "string" ? List([Placeholder(output.Name)]) : NoItems,
        "map" => NoEntries,
        "bool" => false,
        "int" or "double" => 0d,
        "string" or "enum" => Placeholder(output.Name),
        _ => null,
    };

    // "aws:ec2/getVpc:getVpc" -> "aws:ec2/getVpc"
    private static string Short(string token) => token[..token.LastIndexOf(':')];

    private static string Shown(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        ImmutableArray<object> items => $"[{string.Join(", ", items.Select(Shown))}]",
        ImmutableDictionary<string, object> entries =>
            $"{{{string.Join(", ", entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={Shown(entry.Value)}"))}}}",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
    };
}
