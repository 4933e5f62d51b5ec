namespace ContractTests.Support;

/// <summary>Tests that set environment variables or read the exit code: both belong to the process, so these run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessState
{
    public const string Name = "Process state";
}
