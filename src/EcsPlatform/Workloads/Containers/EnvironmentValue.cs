using System.Text.RegularExpressions;

namespace EcsPlatform.Workloads;

/// <summary>What an environment variable is set to. A text or another resource's output converts by itself.</summary>
public abstract partial record EnvironmentValue
{
    private EnvironmentValue()
    {
    }

    /// <summary>A text that stands in the program; never a secret.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Literal(string Text) : EnvironmentValue;

    /// <summary>Another resource's output.</summary>
    /// <param name="Value">The value.</param>
    public sealed record Resource(Input<string> Value) : EnvironmentValue;

    /// <summary>Something that the workload itself knows: its URL, its log group.</summary>
    /// <param name="Value">Makes the value of the workload's context.</param>
    public sealed record OfContext(Func<ContainerContext, Input<string>> Value) : EnvironmentValue;

    /// <summary>A value that follows from the workload's context.</summary>
    /// <param name="value">Makes the value, for example <c>context => context.Url</c>.</param>
    /// <returns>The value.</returns>
    public static EnvironmentValue From(Func<ContainerContext, Input<string>> value) => new OfContext(value);

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    public static EnvironmentValue FromString(string text) => new Literal(text);

    /// <summary>Another resource's output.</summary>
    /// <param name="value">The output.</param>
    /// <returns>The value.</returns>
    public static EnvironmentValue FromOutput(Output<string> value) => new Resource(value);

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator EnvironmentValue(string text) => FromString(text);

    /// <summary>Another resource's output.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator EnvironmentValue(Output<string> value) => FromOutput(value);

    /// <summary>The value in a workload.</summary>
    /// <param name="context">What is known of the workload.</param>
    /// <returns>The text, as far as it is known.</returns>
    internal Input<string> In(ContainerContext context) => this switch
    {
        Literal literal => literal.Text,
        Resource resource => resource.Value,
        OfContext value => value.Value(context),
        _ => throw new InvalidOperationException($"No value in {GetType().Name}."),
    };

    /// <summary>Finds what is wrong with a variable.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="name">The variable's name.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where, string name)
    {
        if (!IsName(name))
        {
            yield return NameProblem($"{where}.environment", name);
        }

        if (this is Literal literal && CredentialText.Suspects(name, literal.Text))
        {
            yield return new Problem(
                $"{where}.environment", $"'{name}' with its value in the program, which looks like a secret", "values that everybody may read",
                "Keep it in Secrets Manager or in Parameter Store and give it under Secrets");
        }
    }

    /// <summary>Tells whether a container can be given a variable of this name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when it can.</returns>
    internal static bool IsName(string name) => NamePattern().IsMatch(name);

    /// <summary>What is wrong with a name that is none.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="name">The name.</param>
    /// <returns>The problem.</returns>
    internal static Problem NameProblem(string where, string name) =>
        new(where, $"'{name}'", "a letter or underscore, then letters, digits, underscores, dots and hyphens", "Rename the variable");

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_.-]*\z")]
    private static partial Regex NamePattern();
}
