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
    /// <param name="otherwise">What to do when none is near.</param>
    /// <returns>A sentence that names the nearest one when it is near.</returns>
    public static string Advice(string name, IEnumerable<string> known, string otherwise = "Remove it.") =>
        Of(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : otherwise;

    // The number of letters to insert, delete, exchange, or swap with their neighbour (optimal string alignment).
    private static int Distance(string a, string b)
    {
        var cells = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                cells[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(cells[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(cells[i - 1, j], cells[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cells[i, j] = Math.Min(cells[i, j], cells[i - 2, j - 2] + 1);
                }
            }
        }

        return cells[a.Length, b.Length];
    }
}
