namespace Pulumi.Facts;

/// <summary>A resource, a function, a nested type or an enumeration: a block of the facts.</summary>
internal sealed class ItemFacts
{
    public ItemFacts(string kind, string token, string? className)
    {
        Kind = kind;
        Token = token;
        ClassName = className;
    }

    /// <summary>resource, function, type or enum.</summary>
    public string Kind { get; }

    /// <summary>The token of a resource or function; the name of a type or enumeration.</summary>
    public string Token { get; }

    /// <summary>The class in C#; null for types, which have several.</summary>
    public string? ClassName { get; }

    public bool IsComponent { get; set; }

    public bool ArgsOptional { get; set; }

    /// <summary>The input that the provider names when the program does not, where it is not <c>name</c>.</summary>
    public string? AutoNamed { get; set; }

    /// <summary>The provider always deletes before it replaces.</summary>
    public bool DeletesBeforeReplace { get; set; }

    public List<string> Aliases { get; } = new List<string>();

    public List<string> SecretOutputs { get; } = new List<string>();

    public List<string> SecretInputs { get; } = new List<string>();

    /// <summary>Defaults that the class itself sets: an expression in C#, or environment variables.</summary>
    public List<KeyValuePair<string, string>> Defaults { get; } = new List<KeyValuePair<string, string>>();

    /// <summary>Classes of a nested type, by their use: args, state, invoke, result.</summary>
    public Dictionary<string, string> Classes { get; } = new Dictionary<string, string>();

    public List<PropertyFacts> Inputs { get; } = new List<PropertyFacts>();

    public List<PropertyFacts> Outputs { get; } = new List<PropertyFacts>();

    /// <summary>Methods without arguments: the name and what the one field of the result is.</summary>
    public List<KeyValuePair<string, PropertyFacts>> Methods { get; } = new List<KeyValuePair<string, PropertyFacts>>();

    /// <summary>An enumeration's values: the member's name and the wire's.</summary>
    public List<KeyValuePair<string, string>> Values { get; } = new List<KeyValuePair<string, string>>();

    /// <summary>The members' names of those values that are deprecated.</summary>
    public HashSet<string> DeprecatedValues { get; } = new HashSet<string>();
}
