using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Current = new();

    private readonly MockEngine _engine;

    private Deployment(IMocks mocks, TestOptions? options)
    {
        options ??= new TestOptions();
        ProjectName = options.ProjectName ?? "project";
        StackName = options.StackName ?? "stack";
        OrganizationName = options.OrganizationName ?? "organization";
        RootDirectory = options.RootDirectory;
        IsDryRun = options.IsPreview ?? true;
        Config = EngineConfig.Read();
        _engine = new MockEngine(this, mocks);
        Functions = new Functions(this, _engine);
    }

    public static DeploymentInstance Instance
    {
        get => Current.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");
        internal set
        {
            if (Current.Value is not null)
            {
                throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
            }

            Current.Value = value;
        }
    }

    internal static Deployment InternalInstance => Instance.Deployment;

    internal string ProjectName { get; }

    internal string StackName { get; }

    internal string OrganizationName { get; }

    internal string? RootDirectory { get; }

    internal bool IsDryRun { get; }

    /// <summary>The stack's config: full keys and their texts.</summary>
    internal ImmutableDictionary<string, string> Config { get; }

    /// <summary>The root resource, once it exists.</summary>
    internal Stack? Stack { get; set; }

    internal RunErrors Errors { get; } = new();

    internal RunTasks Tasks { get; } = new();

    internal Functions Functions { get; }

    public static Task RequirePulumiVersionAsync(string pulumiVersionRange)
    {
        ArgumentNullException.ThrowIfNull(pulumiVersionRange);
        return Task.CompletedTask;
    }

    public Task AwaitPendingRegistrations() => Task.CompletedTask;

    public Task<bool> MonitorSupportsInvokeTransforms() => Task.FromResult(true);

    public Task<bool> MonitorSupportsResourceHooks() => Task.FromResult(true);

    public void RegisterInvokeTransform(InvokeTransform transform) => Instance.RegisterInvokeTransform(transform);

    /// <summary>Lets the run wait for a task and fail with it; outside of a run nothing happens.</summary>
    internal static void TryRegisterTask(Task task) => Current.Value?.Deployment.Tasks.Add(task);

    internal void ReadOrRegister(Resource resource, ResourceArgs args, ResourceOptions options) =>
        Tasks.Add(new Registration(_engine, resource, args, options).RunAsync());

    internal void Fill(Resource resource, string urn) => _engine.Fill(resource, urn);

    internal void RegisterOutputs(ComponentResource component, Output<IDictionary<string, object?>> outputs) =>
        Tasks.Add(_engine.RegisterOutputsAsync(component, outputs));
}
