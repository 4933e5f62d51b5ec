namespace Pulumi.Facts;

/// <summary>Whether a change of an input replaces the resource.</summary>
internal enum Replacing
{
    /// <summary>No: the resource is updated.</summary>
    Never,

    /// <summary>Yes.</summary>
    Always,

    /// <summary>Yes: it is the region, which the provider judges by itself.</summary>
    Region,

    /// <summary>Only the provider's documentation says so.</summary>
    ByDocumentation,

    /// <summary>Under a condition, which is given in words.</summary>
    Sometimes,
}
