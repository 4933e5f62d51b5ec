namespace EcsPlatform.Plans.Files;

/// <summary>The parts of <c>urn:pulumi:stack::project::types::name</c>.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Project">The project.</param>
/// <param name="Types">The types of the ancestors and of the resource, joined by <c>$</c>.</param>
/// <param name="Name">The logical name; it may hold <c>::</c>.</param>
internal readonly record struct Urn(string Stack, string Project, string Types, string Name)
{
    private const string Prefix = "urn:pulumi:";

    /// <summary>Takes a URN apart.</summary>
    /// <param name="text">The URN.</param>
    /// <returns>Its parts; null when a part is missing.</returns>
    public static Urn? Parse(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal)
        && text[Prefix.Length..].Split("::", 4) is [{ Length: > 0 } stack, { Length: > 0 } project, { Length: > 0 } types, { Length: > 0 } name]
            ? new Urn(stack, project, types, name)
            : null;
}
