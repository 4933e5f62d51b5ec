namespace Pulumi.Facts;

/// <summary>One property of a resource, a type or a function.</summary>
internal sealed class PropertyFacts
{
    public PropertyFacts(string name, FactsType type)
    {
        Name = name;
        Type = type;
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    public FactsType Type { get; }

    /// <summary>An input that must be given.</summary>
    public bool Required { get; set; }

    /// <summary>An output that may be absent.</summary>
    public bool Optional { get; set; }

    public bool Deprecated { get; set; }

    /// <summary>Not an <c>Input</c> in C#.</summary>
    public bool Plain { get; set; }

    /// <summary>Goes over the wire as JSON text.</summary>
    public bool Json { get; set; }

    /// <summary>The name in C#, where it is not the wire's with a capital letter.</summary>
    public string? CSharpName { get; set; }

    /// <summary>An output that has a new value after every update.</summary>
    public bool ChangesWithUpdate { get; set; }

    public Replacing Replaces { get; set; }

    /// <summary>When it replaces, in words.</summary>
    public string? Condition { get; set; }
}
