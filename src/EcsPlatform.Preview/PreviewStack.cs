using EcsPlatform.Preview.Recording;
using Pulumi;

namespace EcsPlatform.Preview;

/// <summary>Hosts a program in a stack whose transformation records every resource.</summary>
internal sealed class PreviewStack : Stack
{
    public PreviewStack(Hosting hosting)
        : base(new StackOptions { ResourceTransformations = { hosting.Recorder.Record } }) =>
        hosting.Outputs = hosting.Program();

    /// <summary>What the stack is constructed with, and where its outputs go.</summary>
    internal sealed class Hosting(Recorder recorder, Func<IDictionary<string, object?>> program) : IServiceProvider
    {
        public Recorder Recorder { get; } = recorder;

        public Func<IDictionary<string, object?>> Program { get; } = program;

        public IDictionary<string, object?> Outputs { get; set; } = new Dictionary<string, object?>();

        public object? GetService(Type serviceType) =>
            serviceType == typeof(PreviewStack) ? new PreviewStack(this) : serviceType == typeof(Hosting) ? this : null;
    }
}
