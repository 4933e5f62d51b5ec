namespace Pulumi;

public readonly struct Urn : IEquatable<Urn>
{
    private readonly string? _value;

    public Urn(string value) => _value = value;

    public static implicit operator string(Urn value) => value.ToString();

    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        var prefix = (parent, parentUrn) switch
        {
            ({ } resource, _) => Prefix(resource.Urn),
            (null, { } urn) => Prefix(urn.ToOutput()),
            _ => Output.Tuple(
                    stack ?? Deployment.Instance.StackName, project ?? Deployment.Instance.ProjectName)
                .Apply(names => $"urn:pulumi:{names.Item1}::{names.Item2}::"),
        };
        return Output.Format($"{prefix}{type}::{name}");
    }

    public bool Equals(Urn other) => ToString() == other.ToString();

    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _value ?? "";

    // All of the parent's URN but its name; a child's type follows behind the dollar sign.
    private static Output<string> Prefix(Output<string> parentUrn) =>
        parentUrn.Apply(urn => $"{urn[..urn.LastIndexOf("::", StringComparison.Ordinal)]}$");
}
