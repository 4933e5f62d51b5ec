namespace EcsPlatform.Images;

/// <summary>What is proved of a pinned image before anything uses it, by asking ECR at every preview and update.</summary>
public enum ImageProof
{
    /// <summary>Nothing: the reference is taken as it is.</summary>
    None,

    /// <summary>That the digest exists in the repository.</summary>
    Exists,

    /// <summary>That the digest exists and has a tag, so that no rule for images without a tag deletes it, see <see cref="ImageExpiry.Untagged"/>.</summary>
    Kept,
}
