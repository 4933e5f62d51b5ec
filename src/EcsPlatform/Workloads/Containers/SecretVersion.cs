namespace EcsPlatform.Workloads;

/// <summary>One version of a secret of Secrets Manager.</summary>
public abstract record SecretVersion
{
    private SecretVersion()
    {
    }

    /// <summary>The version that carries a label.</summary>
    /// <param name="Label">For example <c>AWSPREVIOUS</c>.</param>
    public sealed record Stage(string Label) : SecretVersion;

    /// <summary>One version for good.</summary>
    /// <param name="Value">Its id.</param>
    public sealed record Id(string Value) : SecretVersion;
}
