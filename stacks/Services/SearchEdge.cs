using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Services;

/// <summary>How readers reach search: by the paths of its questions alone. Nobody writes to the index from the internet.</summary>
internal static class SearchEdge
{
    /// <summary>The distribution's options.</summary>
    public static ServiceEdge Value { get; } = new()
    {
        WebAcl = new WebAclSettings { Paths = ["/collections", "/items"] },
    };
}
