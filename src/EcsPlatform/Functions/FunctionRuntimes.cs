namespace EcsPlatform.Functions;

/// <summary>
/// Lambda's managed runtimes, as https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html tells of them. A table and no clock: the
/// same arguments are right or wrong on each day, and a runtime that AWS deprecates or adds is moved here by hand.
/// </summary>
public static class FunctionRuntimes
{
    /// <summary>The runtimes that AWS keeps up to date.</summary>
    public static ImmutableSortedSet<string> Supported { get; } = ImmutableSortedSet.Create(
        StringComparer.Ordinal,
        "dotnet10",
        "java11",
        "java11.al2023",
        "java17",
        "java17.al2023",
        "java21",
        "java25",
        "java8.al2",
        "java8.al2023",
        "nodejs22.x",
        "nodejs24.x",
        "provided.al2023",
        "python3.11",
        "python3.12",
        "python3.13",
        "python3.14",
        "ruby3.3",
        "ruby3.4",
        "ruby4.0");

    /// <summary>The runtimes that get no security updates any more, with the day on which that ended.</summary>
    public static ImmutableSortedDictionary<string, string> Deprecated { get; } = new Dictionary<string, string>
    {
        ["dotnet5.0"] = "2022-05-10",
        ["dotnet6"] = "2024-12-20",
        ["dotnet7"] = "2024-05-14",
        ["dotnet8"] = "2026-11-10",
        ["dotnetcore2.1"] = "2022-01-05",
        ["dotnetcore3.1"] = "2023-04-03",
        ["go1.x"] = "2024-01-08",
        ["java8"] = "2024-01-08",
        ["nodejs10.x"] = "2021-07-30",
        ["nodejs12.x"] = "2023-03-31",
        ["nodejs14.x"] = "2023-12-04",
        ["nodejs16.x"] = "2024-06-12",
        ["nodejs18.x"] = "2025-09-01",
        ["nodejs20.x"] = "2026-04-30",
        ["provided"] = "2024-01-08",
        ["provided.al2"] = "2026-07-31",
        ["python2.7"] = "2021-07-15",
        ["python3.10"] = "2026-10-31",
        ["python3.6"] = "2022-07-18",
        ["python3.7"] = "2023-12-04",
        ["python3.8"] = "2024-10-14",
        ["python3.9"] = "2025-12-15",
        ["ruby2.5"] = "2021-07-30",
        ["ruby2.7"] = "2023-12-07",
        ["ruby3.2"] = "2026-03-31",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Finds what is wrong with a runtime.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="runtime">The runtime's identifier.</param>
    /// <returns>The problem, none when it is supported.</returns>
    internal static IEnumerable<Problem> Problems(string where, string runtime)
    {
        if (Deprecated.TryGetValue(runtime, out var day))
        {
            yield return new Problem(
                $"{where}.runtime", $"'{runtime}', deprecated on {day}", string.Join(", ", Supported), "Build the code for a runtime that gets security updates");
        }
        else if (!Supported.Contains(runtime))
        {
            yield return new Problem($"{where}.runtime", $"'{runtime}'", string.Join(", ", Supported), "Give a runtime's identifier, or add a new one to the table");
        }
    }
}
