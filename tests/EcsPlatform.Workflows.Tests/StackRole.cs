using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace EcsPlatform.Workflows.Tests;

/// <summary>What the inline policies of a role of <c>stack.yaml</c> say of requests, for one stack of the account 123456789012 in eu-west-1.</summary>
/// <param name="role">The role's name in the template.</param>
/// <param name="stack">The parameter <c>Stack</c>.</param>
/// <param name="environment">The parameter <c>EnvironmentName</c>.</param>
/// <param name="parameters">The parameter <c>BasicAuthParameters</c>.</param>
internal sealed class StackRole(string role, string stack, string environment = "", params string[] parameters)
{
    private static readonly Dictionary<string, string> Exports = new()
    {
        ["ecs-platform-account-StateBucket"] = "arn:aws:s3:::pulumi-state-123456789012-eu-west-1",
        ["ecs-platform-account-StateKey"] = "arn:aws:kms:eu-west-1:123456789012:key/state",
        ["ecs-platform-account-SecretsKey"] = "arn:aws:kms:eu-west-1:123456789012:key/secrets",
    };

    private readonly Dictionary<string, string> _values = new()
    {
        ["AWS::Partition"] = "aws",
        ["AWS::AccountId"] = "123456789012",
        ["Account"] = "ecs-platform-account",
        ["EnvironmentName"] = environment,
        ["Stack"] = stack,
    };

    /// <summary>Whether a statement of the role's own allows a request; what managed policies allow is not asked.</summary>
    public bool Allows(string action, string arn) => Says("Allow", action, arn) && !Denies(action, arn);

    /// <summary>Whether a statement of the role denies a request, whatever others allow.</summary>
    public bool Denies(string action, string arn) => Says("Deny", action, arn);

    private bool Says(string effect, string action, string arn) => Template.Statements(Template.Resource("stack.yaml", role)).Any(statement =>
        statement.At("Effect").Text() == effect
        && Texts(statement.At("Action")!).Contains(action)
        && (statement.At("NotResource") is { } others ? !Matches(others, arn) : Matches(statement.At("Resource")!, arn)));

    private bool Matches(YamlNode patterns, string arn) => Texts(patterns).Any(pattern =>
        Regex.IsMatch(arn, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.None, TimeSpan.FromSeconds(1)));

    // What CloudFormation makes of a value: the intrinsic functions that the template uses, in both forms.
    private IEnumerable<string> Texts(YamlNode node) => (node.Tag.IsEmpty ? "" : node.Tag.Value, node) switch
    {
        ("!Ref", _) => node.Text() == "BasicAuthParameters" ? parameters : [_values[node.Text()]],
        ("!Sub", YamlScalarNode) => [Filled(node.Text(), _values)],
        ("!Sub", YamlSequenceNode list) => [Filled(list)],
        ("!If", YamlSequenceNode list) => Texts(list.Children[Holds(list.Children[0].Text()) ? 1 : 2]),
        (_, YamlSequenceNode list) => list.SelectMany(Texts),
        (_, YamlMappingNode) when node.At("Fn::Sub") is YamlSequenceNode list => [Filled(list)],
        (_, YamlMappingNode) => [Exports[Texts(node.At("Fn::ImportValue")!).Single()]],
        _ => [node.Text()],
    };

    private string Filled(YamlSequenceNode list)
    {
        var own = ((YamlMappingNode)list.Children[1]).Children.Select(pair => KeyValuePair.Create(pair.Key.Text(), Texts(pair.Value).Single()));
        return Filled(list.Children[0].Text(), _values.Concat(own).ToDictionary());
    }

    private static string Filled(string text, Dictionary<string, string> values) =>
        Regex.Replace(text, @"\$\{([^}]+)\}", match => values[match.Groups[1].Value], RegexOptions.None, TimeSpan.FromSeconds(1));

    private bool Holds(string condition) => condition switch
    {
        "IsNamed" => environment.Length > 0,
        "NamesParameters" => parameters.Length > 0,
        _ => throw new ArgumentException($"{condition} is no condition of the template that is known here.", nameof(condition)),
    };
}
