namespace EcsPlatform.Storage;

/// <summary>What a client may do with a file system that it mounts through an access point.</summary>
public enum FileSystemRight
{
    /// <summary>Mount it and read.</summary>
    Read,

    /// <summary>Mount it, read and write.</summary>
    ReadWrite,

    /// <summary>Read and write as root, where the access point's user is 0.</summary>
    Root,
}
