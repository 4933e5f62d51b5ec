namespace Pulumi;

public abstract class Archive : AssetOrArchive
{
    private protected Archive(string propName, object value)
        : base("0def7320c3a5731c473e5ecbe6d01bc7", propName, value)
    {
    }
}
