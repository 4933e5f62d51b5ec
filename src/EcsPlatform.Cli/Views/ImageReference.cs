namespace EcsPlatform.Cli.Views;

/// <summary>A container image's name taken apart: <c>repository[:tag][@algorithm:digest]</c>.</summary>
/// <param name="Repository">Registry and path.</param>
/// <param name="Tag">The tag; null for none.</param>
/// <param name="Digest">The digest without its algorithm; null for none.</param>
internal sealed record ImageReference(string Repository, string? Tag, string? Digest)
{
    private const int Shortest = 4;

    /// <summary>Takes a name apart.</summary>
    public static ImageReference Parse(string text)
    {
        var (name, digest) = text.Split('@', 2) is [var before, var after] ? (before, after[(after.IndexOf(':') + 1)..]) : (text, null);
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') ? new ImageReference(name[..colon], name[(colon + 1)..], digest) : new ImageReference(name, null, digest);
    }

    /// <summary>What differs between two images, short enough to be read aloud.</summary>
    /// <param name="old">The image as it was.</param>
    /// <param name="new">The image as it is to be.</param>
    /// <returns>For example <c>3f2a… → 91bc…</c>; with the repositories where they differ.</returns>
    public static string Change(string old, string @new)
    {
        var (before, after) = (Parse(old), Parse(@new));
        var digits = before.Digest is not null && after.Digest is not null ? Digits(before.Digest, after.Digest) : Shortest;
        var tags = before.Digest == after.Digest && before.Tag != after.Tag;
        var repositories = before.Repository != after.Repository;
        var (from, to) = repositories ? LineText.Short(before.Repository, after.Repository) : ("", "");
        return $"{Join(from, before.Version(digits, tags))} → {Join(to, after.Version(digits, tags))}";
    }

    // As far as it takes to tell them apart.
    private static int Digits(string old, string @new) => LineText.CommonStart(old, @new) is var common && (common < Shortest || old == @new) ? Shortest : common + 2;

    private static string Join(string repository, string version) => repository.Length > 0 ? $"{repository} {version}" : version;

    private string Version(int digits, bool withTag)
    {
        var digest = Digest is null ? null : Digest.Length > digits ? $"{Digest[..digits]}…" : Digest;
        return LineText.Printable((withTag, Tag, digest) switch
        {
            (_, null, null) => "without a tag",
            (_, null, { } only) => only,
            (_, { } only, null) => only,
            (true, { } tag, { } both) => $"{tag} ({both})",
            (false, _, { } both) => both,
        });
    }
}
