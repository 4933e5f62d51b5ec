namespace Pulumi;

public sealed class RemoteArchive : Archive
{
    public RemoteArchive(string uri)
        : base("uri", uri)
    {
    }
}
