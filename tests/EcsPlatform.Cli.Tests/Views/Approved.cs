using EcsPlatform.Tests;

namespace EcsPlatform.Cli.Tests.Views;

/// <summary>Compares texts with those in the folder <c>Approved</c>, which a person has read and found right.</summary>
internal static class Approved
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "tests", "EcsPlatform.Cli.Tests", "Approved");

    public static void Check(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (text == approved)
        {
            return;
        }

        var received = Path.Combine(AppContext.BaseDirectory, $"{name}.received");
        File.WriteAllText(received, text);
        var (expected, actual) = (approved.Split('\n'), text.Split('\n'));
        var line = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail($"""
            {name} differs from what was approved, first in line {line + 1}:
              approved: {expected.ElementAtOrDefault(line) ?? "(end)"}
              received: {actual.ElementAtOrDefault(line) ?? "(end)"}
            If the new text is right: cp {received} {file}
            """);
    }
}
