using System.Text.RegularExpressions;

namespace EcsPlatform.Functions;

/// <summary>What an environment variable of a function is set to. A text or another resource's output converts by itself.</summary>
public abstract partial record FunctionVariable
{
    private FunctionVariable()
    {
    }

    /// <summary>A text that stands in the program; never a secret.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Literal(string Text) : FunctionVariable;

    /// <summary>Another resource's output.</summary>
    /// <param name="Value">The value.</param>
    public sealed record Resource(Input<string> Value) : FunctionVariable;

    /// <summary>
    /// A parameter of Parameter Store, by reference: Lambda puts no secrets into environments, so the variable holds the parameter's name,
    /// the function's role gets the right to read it, and the code does
    /// (https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-integration-lambda-extensions.html).
    /// </summary>
    /// <param name="Name">The parameter's name in the function's account and region, for example <c>/staging/smtp/password</c>.</param>
    public sealed record Parameter(Input<string> Name) : FunctionVariable
    {
        /// <summary>The customer managed key that encrypts it. Default: null, a key of AWS that needs no right of its own.</summary>
        public Input<string>? KeyArn { get; init; }
    }

    /// <summary>
    /// A secret of Secrets Manager, by reference: the variable holds its ARN, the function's role gets the right to read it, and the code
    /// does (https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html).
    /// </summary>
    /// <param name="Arn">Its ARN, with the six characters that Secrets Manager appends.</param>
    public sealed record Secret(Input<string> Arn) : FunctionVariable
    {
        /// <summary>The customer managed key that encrypts it. Default: null, a key of AWS that needs no right of its own.</summary>
        public Input<string>? KeyArn { get; init; }
    }

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    public static FunctionVariable FromString(string text) => new Literal(text);

    /// <summary>Another resource's output.</summary>
    /// <param name="value">The output.</param>
    /// <returns>The value.</returns>
    public static FunctionVariable FromOutput(Output<string> value) => new Resource(value);

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator FunctionVariable(string text) => FromString(text);

    /// <summary>Another resource's output.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator FunctionVariable(Output<string> value) => FromOutput(value);

    /// <summary>What the function's environment holds.</summary>
    /// <returns>The text, as far as it is known.</returns>
    internal Input<string> ToInput() => this switch
    {
        Literal literal => literal.Text,
        Resource resource => resource.Value,
        Parameter parameter => parameter.Name,
        Secret secret => secret.Arn,
        _ => throw new InvalidOperationException($"No value in {GetType().Name}."),
    };

    /// <summary>What the function must be allowed to, to use it.</summary>
    /// <param name="account">Where the function lives.</param>
    /// <returns>The statements, none for a plain value.</returns>
    internal ImmutableArray<PolicyStatement> Rights(AwsAccount account) => this switch
    {
        Parameter parameter => new ParameterGrants(ArnOf(parameter.Name, account)) { KeyArn = parameter.KeyArn }.Read().Statements,
        Secret secret => new SecretGrants(secret.Arn) { KeyArn = secret.KeyArn }.Read().Statements,
        _ => [],
    };

    /// <summary>Finds what is wrong with a variable.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="name">The variable's name.</param>
    /// <returns>The problems, none when it is right.</returns>
    internal IEnumerable<Problem> Problems(string where, string name)
    {
        // https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html
        if (!NamePattern().IsMatch(name))
        {
            yield return new Problem(where, $"'{name}'", "a letter, then one or more letters, digits and underscores", "Rename the variable");
        }
        else if (FunctionEnvironment.Reserved.Contains(name))
        {
            yield return new Problem(where, $"'{name}', which Lambda sets itself", "other names", "Rename the variable, or leave it out");
        }

        if (this is Literal literal && CredentialText.Suspects(name, literal.Text))
        {
            yield return new Problem(
                where, $"'{name}' with its value in the program, which looks like a secret", "values that everybody may read",
                "Keep it in Secrets Manager or in Parameter Store and give it by reference");
        }
    }

    // A name with slashes brings the first one along: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
    private static Output<string> ArnOf(Input<string> name, AwsAccount account) => name.Apply(text =>
        new Arn("aws", "ssm", account.Region, account.Id, $"parameter/{text.TrimStart('/')}").ToString());

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_]+\z")]
    private static partial Regex NamePattern();
}
