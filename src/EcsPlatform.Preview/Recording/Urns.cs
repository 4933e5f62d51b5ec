using EcsPlatform.Plans;

namespace EcsPlatform.Preview.Recording;

/// <summary>URNs as the real engine forms them; the mocked one leaves out the ancestors between the stack and the resource.</summary>
internal static class Urns
{
    private const string Separator = "::";
    private const char TypeSeparator = '$';

    public static string Stack(string project, string stack) => $"urn:pulumi:{stack}::{project}::{Plan.StackType}::{project}-{stack}";

    /// <summary>The URN of a resource below another one.</summary>
    public static string Child(string parentUrn, string type, string name)
    {
        var parentType = TypeChain(parentUrn);
        var chain = parentType == Plan.StackType ? type : $"{parentType}{TypeSeparator}{type}";
        return $"{Prefix(parentUrn)}{Separator}{chain}{Separator}{name}";
    }

    /// <summary>The types from the outermost ancestor to the resource itself, joined by a dollar sign.</summary>
    public static string TypeChain(string urn) => urn.Split(Separator, 4)[2];

    // urn:pulumi:<stack>::<project>
    private static string Prefix(string urn)
    {
        var parts = urn.Split(Separator, 4);
        return $"{parts[0]}{Separator}{parts[1]}";
    }
}
