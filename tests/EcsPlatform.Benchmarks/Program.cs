using BenchmarkDotNet.Running;
using EcsPlatform.Benchmarks;

BenchmarkRunner.Run<PreviewBenchmarks>(args: args);
