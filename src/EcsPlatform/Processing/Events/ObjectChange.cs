namespace EcsPlatform.Processing;

/// <summary>What happens to an object in a bucket.</summary>
public enum ObjectChange
{
    /// <summary>It is written, for the first time or anew (<c>s3:ObjectCreated:*</c>).</summary>
    Created,

    /// <summary>It is deleted, or hidden by a delete marker (<c>s3:ObjectRemoved:*</c>).</summary>
    Removed,
}
