namespace EcsPlatform.Cli;

/// <summary>How the command ends.</summary>
internal enum ExitCode
{
    /// <summary>All is fine.</summary>
    Fine = 0,

    /// <summary>The command, the config or the program is wrong.</summary>
    Wrong = 1,
}
