namespace Pulumi;

public sealed class CustomTimeouts
{
    public CustomTimeouts()
    {
    }

    public TimeSpan? Create { get; set; }

    public TimeSpan? Update { get; set; }

    public TimeSpan? Delete { get; set; }
}
