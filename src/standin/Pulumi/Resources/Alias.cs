namespace Pulumi;

public sealed class Alias
{
    public Alias()
    {
    }

    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    public bool NoParent { get; set; }

    /// <summary>Refuses members that contradict each other; the engine asks when it resolves aliases.</summary>
    internal void Validate()
    {
        if (Urn is not null)
        {
            Refuse(Name is not null, nameof(Name));
            Refuse(Type is not null, nameof(Type));
            Refuse(Stack is not null, nameof(Stack));
            Refuse(Project is not null, nameof(Project));
            Refuse(Parent is not null, nameof(Parent));
            Refuse(ParentUrn is not null, nameof(ParentUrn));
            Refuse(NoParent, nameof(NoParent));
        }
        else if ((Parent is not null ? 1 : 0) + (ParentUrn is not null ? 1 : 0) + (NoParent ? 1 : 0) > 1)
        {
            throw new ArgumentException("Alias should specify at most one of Parent, ParentUrn and NoParent");
        }
    }

    private static void Refuse(bool given, string member)
    {
        if (given)
        {
            throw new ArgumentException($"Alias should not specify both Urn and {member}");
        }
    }
}
