namespace EcsPlatform.Build.Tests;

/// <summary>The text of a classic solution file.</summary>
internal static class SolutionText
{
    private const string CSharp = "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";
    private const string Configuration = "Debug|Any CPU";

    public static string Of(params string[] projects)
    {
        var entries = projects.Select((path, i) => (Path: path, Id: $"{{{i + 1:D8}-0000-0000-0000-000000000000}}")).ToList();
        return string.Join('\n', [
            "",
            "Microsoft Visual Studio Solution File, Format Version 12.00",
            .. entries.SelectMany(entry => new[]
            {
                $"Project(\"{CSharp}\") = \"{Path.GetFileNameWithoutExtension(entry.Path)}\", \"{entry.Path}\", \"{entry.Id}\"",
                "EndProject",
            }),
            "Global",
            "GlobalSection(SolutionConfigurationPlatforms) = preSolution",
            $"{Configuration} = {Configuration}",
            "EndGlobalSection",
            "GlobalSection(ProjectConfigurationPlatforms) = postSolution",
            .. entries.SelectMany(entry => new[]
            {
                $"{entry.Id}.{Configuration}.ActiveCfg = {Configuration}",
                $"{entry.Id}.{Configuration}.Build.0 = {Configuration}",
            }),
            "EndGlobalSection",
            "EndGlobal",
            "",
        ]);
    }
}
