using BenchmarkDotNet.Attributes;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Files;
using EcsPlatform.Preview.Rules;
using EcsPlatform.Testing;
using EcsPlatform.Testing.Deployed;

namespace EcsPlatform.Benchmarks;

/// <summary>What a preview does, by the number of resources. Every service gets a new image: the worst that a digest can do.</summary>
[InProcess]
[MemoryDiagnoser]
public class PreviewBenchmarks
{
    private Plan _old = null!;
    private Plan _new = null!;
    private Plan _state = null!;

    /// <summary>How many resources the stack has.</summary>
    [Params(100, 1_000, 10_000)]
    public int Resources { get; set; }

    /// <summary>Makes the plans.</summary>
    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _old = await PlanOfAsync('1');
        _new = await PlanOfAsync('2');
        _state = PlanFile.Read(DeployedStack.ExportOf(_old));
    }

    /// <summary>Runs the program and records its plan.</summary>
    [Benchmark]
    public Task<Plan> Plan() => PlanOfAsync('2');

    /// <summary>Compares with a plan.</summary>
    [Benchmark]
    public PlanDifference Compare() => PlanComparison.Compare(_old, _new, ResourceRules.Instance);

    /// <summary>Compares with the state of a real stack.</summary>
    [Benchmark]
    public PlanDifference CompareWithState() => PlanComparison.Compare(_state, _new, ResourceRules.Instance);

    /// <summary>Writes a plan.</summary>
    [Benchmark]
    public string Write() => PlanFile.Write(_new);

    private Task<Plan> PlanOfAsync(char digit) => TestPlan.OfAsync(() => LargeStack.Deploy(Resources, new string(digit, 64)));
}
