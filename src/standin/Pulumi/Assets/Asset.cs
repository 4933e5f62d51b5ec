namespace Pulumi;

public abstract class Asset : AssetOrArchive
{
    private protected Asset(string propName, object value)
        : base("c44067f5952c0a294b673a41bacd8c17", propName, value)
    {
    }
}
