namespace Pulumi;

public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string sigKey, string propName, object value)
    {
        SigKey = sigKey;
        PropName = propName;
        Value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>What marks an asset or an archive among other values.</summary>
    internal string SigKey { get; }

    internal string PropName { get; }

    internal object Value { get; }
}
