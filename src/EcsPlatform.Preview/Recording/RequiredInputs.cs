using Pulumi;

namespace EcsPlatform.Preview.Recording;

/// <summary>Required inputs that a program leaves out.</summary>
internal static class RequiredInputs
{
    /// <summary>The names of the required inputs that have no value.</summary>
    public static IEnumerable<string> Missing(InputArgs? args) => args is null
        ? []
        : InputMembers.Of(args.GetType()).Where(member => member.Required && member.Get(args) is null).Select(member => member.Name);
}
