using System.CommandLine;

namespace EcsPlatform.Cli;

/// <summary>The argument that every command has: which stacks.</summary>
internal static class StacksArgument
{
    /// <summary>Makes the argument.</summary>
    /// <param name="purpose">What happens to the stacks, for the help.</param>
    public static Argument<string[]> Create(string purpose)
    {
        var stacks = new Argument<string[]>("stack")
        {
            Description = $"The stacks to {purpose}: those with a Pulumi.<stack>.yaml.",
            Arity = ArgumentArity.OneOrMore,
        };
        RefuseOptions(stacks);
        return stacks;
    }

    /// <summary>Lets an argument refuse options that are misspelt, which it would take for values.</summary>
    /// <param name="argument">The argument.</param>
    public static void RefuseOptions(Argument argument) => argument.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
        {
            result.AddError($"Unknown option '{token.Value}'.");
        }
    });
}
