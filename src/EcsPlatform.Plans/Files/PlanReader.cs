using System.Text.Json;

namespace EcsPlatform.Plans.Files;

/// <summary>Reads a plan's bytes: a plan's file, an export, or the deployment in it.</summary>
internal static class PlanReader
{
    private const string Allowed = "it must be a plan or the output of 'pulumi stack export'";

    /// <summary>Reads a plan.</summary>
    /// <param name="bytes">UTF-8, not empty.</param>
    /// <param name="name">What problems call it.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="PlanFileException">It is none.</exception>
    public static Plan Read(ReadOnlyMemory<byte> bytes, string name)
    {
        var problems = new PlanProblems(name);
        using var document = Parse(bytes, problems);
        if (JsonDiagnosis.HalfCharacterLine(bytes.Span) is { } line)
        {
            throw problems.Only($"line {line} spells half a character (a lone surrogate, \\ud800 to \\udfff); it must be a whole one; correct or remove it");
        }

        var deployment = Deployment(document.RootElement, problems);
        return new DeploymentReader(problems).Read(deployment);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes, PlanProblems problems)
    {
        try
        {
            return JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = JsonDiagnosis.MaxDepth });
        }
        catch (JsonException)
        {
            throw problems.Only(JsonDiagnosis.Of(bytes.Span));
        }
    }

    private static JsonElement Deployment(JsonElement root, PlanProblems problems)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw problems.Only($"holds {JsonKind.Of(root)}, no object; {Allowed}");
        }

        if (!root.TryGetProperty("deployment", out var deployment))
        {
            return root.TryGetProperty("resources", out _) && root.TryGetProperty("manifest", out _) ? root
                : throw problems.Only(root.TryGetProperty("checkpoint", out _)
                    ? "is a checkpoint of a state backend; it must be an export; write one with 'pulumi stack export --file'"
                    : $"is an object with {Keys(root)}, but without 'deployment'; {Allowed}");
        }

        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number)
        {
            throw problems.Only($"has no version number; {PlanFile.FormatVersion} is read; write the file anew with 'pulumi stack export --file'");
        }

        if (!version.TryGetInt32(out var number) || number != PlanFile.FormatVersion)
        {
            throw problems.Only($"has format version {version.GetRawText()}; only {PlanFile.FormatVersion} is read; "
                + "write the file anew with a Pulumi CLI of that version");
        }

        return deployment.ValueKind == JsonValueKind.Object ? deployment
            : throw problems.Only($"deployment: found {JsonKind.Of(deployment)}; it must be an object; {Allowed}");
    }

    private static string Keys(JsonElement root)
    {
        const int shown = 4;
        var keys = root.EnumerateObject().Take(shown + 1).Select(property => property.Name).ToList();
        return keys.Count == 0 ? "nothing"
            : string.Join(", ", keys.Take(shown).Select(key => $"'{key}'")) + (keys.Count > shown ? ", …" : "");
    }
}
