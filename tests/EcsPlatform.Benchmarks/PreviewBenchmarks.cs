using System.Collections.Immutable;
using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using EcsPlatform.Cli.Views;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Files;
using EcsPlatform.Plans.Scopes;
using EcsPlatform.Preview.Rules;
using EcsPlatform.Testing;
using EcsPlatform.Testing.Deployed;

namespace EcsPlatform.Benchmarks;

/// <summary>What a preview does, by the number of resources. Every service gets a new image: the worst that a digest can do.</summary>
[InProcess]
[MemoryDiagnoser]
public class PreviewBenchmarks
{
    private static readonly ImmutableArray<ExpectedScope> Scopes = [new ExpectedScope.Image("service-0", "library/service-0"), new ExpectedScope.Ami()];

    private Plan _old = null!;
    private Plan _new = null!;
    private Plan _state = null!;
    private string _text = null!;
    private PlanDifference _difference = null!;

    /// <summary>How many resources the stack has.</summary>
    [Params(100, 1_000, 10_000)]
    public int Resources { get; set; }

    /// <summary>Makes the plans. Not asynchronous: measured in process, benchmarks would begin before it ends.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _old = PlanOfAsync('1').GetAwaiter().GetResult();
        _new = PlanOfAsync('2').GetAwaiter().GetResult();
        _state = PlanFile.Read(DeployedStack.ExportOf(_old));
        _text = PlanFile.Write(_new);
        _difference = Compare();
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

    /// <summary>Renders a difference for a person and for a pull request.</summary>
    [Benchmark]
    public int Render() => Rendered(_difference);

    /// <summary>Writes a plan.</summary>
    [Benchmark]
    public string Write() => PlanFile.Write(_new);

    /// <summary>Reads a plan.</summary>
    [Benchmark]
    public Plan Read() => PlanFile.Read(_text);

    /// <summary>Judges every change by scopes, and finds most of them outside.</summary>
    [Benchmark]
    public ImmutableArray<ScopeViolation> Judge() => ScopeCheck.Violations(_difference, Scopes);

    /// <summary>Writes the plan that a preview compares with.</summary>
    /// <param name="resources">How many resources the stack has.</param>
    /// <param name="path">The file.</param>
    public static void WriteOld(int resources, string path) =>
        File.WriteAllText(path, AcceptedPlan.Write(new PreviewBenchmarks { Resources = resources }.PlanOfAsync('1').GetAwaiter().GetResult()));

    /// <summary>Everything that a preview does, once: plans, reads the old plan, compares, renders; prints times and memory.</summary>
    /// <param name="resources">How many resources the stack has.</param>
    /// <param name="path">The file with the old plan.</param>
    /// <returns>The length of what is rendered, in characters.</returns>
    public static int Once(int resources, string path)
    {
        var watch = Stopwatch.StartNew();
        var plan = new PreviewBenchmarks { Resources = resources }.PlanOfAsync('2').GetAwaiter().GetResult();
        var planned = watch.ElapsedMilliseconds;
        var difference = PlanComparison.Compare(PlanFile.Load(path), plan, ResourceRules.Instance);
        var compared = watch.ElapsedMilliseconds;
        var length = Rendered(difference);
        Console.WriteLine(
            $"{resources} resources: planned in {planned} ms, read and compared in {compared - planned} ms, rendered in {watch.ElapsedMilliseconds - compared} ms; " +
            $"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");
        return length;
    }

    private static int Rendered(PlanDifference difference)
    {
        var report = new DifferenceReport(new ReportHeader("large", "any", "another"), difference);
        return DifferenceText.Plain(report, full: false).Length + DifferenceMarkdown.Write([report]).Length;
    }

    private Task<Plan> PlanOfAsync(char digit) => TestPlan.OfAsync(() => LargeStack.Deploy(Resources, new string(digit, 64)));
}
