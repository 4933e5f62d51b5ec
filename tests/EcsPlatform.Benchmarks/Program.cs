using System.Globalization;
using BenchmarkDotNet.Running;
using EcsPlatform.Benchmarks;

// write N FILE, then once N FILE: a whole preview of N resources in a process of its own, for its time and memory. Anything else: the benchmarks.
switch (args)
{
    case ["write", var resources, var path]:
        PreviewBenchmarks.WriteOld(int.Parse(resources, CultureInfo.InvariantCulture), path);
        break;
    case ["once", var resources, var path]:
        PreviewBenchmarks.Once(int.Parse(resources, CultureInfo.InvariantCulture), path);
        break;
    default:
        BenchmarkRunner.Run<PreviewBenchmarks>(args: args);
        break;
}
