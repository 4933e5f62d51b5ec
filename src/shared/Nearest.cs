namespace EcsPlatform.Shared;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>Finds the nearest name.</summary>
    /// <param name="name">The unknown name.</param>
    /// <param name="known">The names that there are.</param>
    /// <returns>The name; null when none is near.</returns>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var nearest = known
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(2, name.Length / 3) ? nearest.Name : null;
    }

    /// <summary>What to do about an unknown name.</summary>
    /// <param name="name">The unknown name.</param>
    /// <param name="known">The names that there are.</param>
    /// <returns>A sentence that names the nearest one when it is near.</returns>
    public static string Advice(string name, IEnumerable<string> known) =>
        Of(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : "Remove it.";

    // The number of letters to insert, delete or exchange (Levenshtein).
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
