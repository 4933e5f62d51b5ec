namespace EcsPlatform.Cli;

/// <summary>How the command ends.</summary>
internal enum ExitCode
{
    /// <summary>All is fine.</summary>
    Fine = 0,

    /// <summary>The command, the config or the program is wrong.</summary>
    Wrong = 1,

    /// <summary>There are findings, or changes outside what was expected.</summary>
    Findings = 2,
}
