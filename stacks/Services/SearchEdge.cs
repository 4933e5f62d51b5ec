using EcsPlatform.Networking;

namespace EcsPlatform.Stacks.Services;

/// <summary>How readers reach search: by the paths of its questions alone. Nobody writes to the index from the internet.</summary>
internal static class SearchEdge
{
    /// <summary>The distribution's options. Questions come in long queries: the rules on sizes count only.</summary>
    public static ServiceEdge Value { get; } = new()
    {
        WebAcl = WebAcls.Only(
            new WebAclRule.AllowPaths { Name = "questions", Prefixes = ["/collections", "/items"] }, "SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING"),
    };
}
