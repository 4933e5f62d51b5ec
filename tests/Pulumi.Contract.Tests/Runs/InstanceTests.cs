using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;
using Pulumi.Testing;

namespace ContractTests.Runs;

public sealed class InstanceTests
{
    private const string Outside = "Trying to acquire Deployment.Instance before 'Run' was called.";

    [Fact]
    public async Task A_run_without_options_has_the_default_names_and_is_a_preview()
    {
        var seen = await Seen(new TestOptions());
        seen.ShouldBe(("project", "stack", "organization", true));
    }

    [Fact]
    public async Task A_run_has_the_names_of_its_options()
    {
        var options = new TestOptions { ProjectName = "shop", StackName = "live", OrganizationName = "org", IsPreview = false };
        (await Seen(options)).ShouldBe(("shop", "live", "org", false));
    }

    [Fact]
    public async Task A_run_has_the_root_directory_of_its_options()
    {
        var directory = "";
        var options = new TestOptions { RootDirectory = "/somewhere" };
        await Test(options, () => { directory = Deployment.Instance.RootDirectory; });
        directory.ShouldBe("/somewhere");
    }

    [Fact]
    public async Task A_root_directory_that_was_not_given_cannot_be_read()
    {
        Exception? exception = null;
        await Test(new TestOptions(), () => { exception = Record.Exception(() => Deployment.Instance.RootDirectory); });
        exception.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public void There_is_no_instance_outside_a_run() =>
        Should.Throw<InvalidOperationException>(() => Deployment.Instance).Message.ShouldContain(Outside);

    [Fact]
    public void There_is_no_resource_outside_a_run() =>
        Should.Throw<InvalidOperationException>(() => new Thing("a")).Message.ShouldContain(Outside);

    [Fact]
    public void There_is_no_config_outside_a_run() =>
        Should.Throw<InvalidOperationException>(() => new Config().Get("key")).Message.ShouldContain(Outside);

    [Fact]
    public async Task There_is_no_instance_after_a_run()
    {
        await Test(new TestOptions(), () => { });
        Should.Throw<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public async Task A_run_inside_a_run_fails()
    {
        var failure = await Run.Failure(new RecordingMocks(), (Func<Task>)(() =>
            Deployment.TestAsync(new RecordingMocks(), new TestOptions(), () => { _ = new Thing("a"); })));
        failure.ToString().ShouldContain("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
    }

    [Fact]
    public async Task Several_runs_after_another_are_independent()
    {
        for (var number = 0; number < 3; number++)
        {
            var resources = await Run.Up(new RecordingMocks(), () => { _ = new Thing($"a{number}"); });
            resources.Select(resource => resource.GetResourceName()).ShouldBe([$"a{number}"]);
        }
    }

    [Fact]
    public async Task Forty_runs_at_the_same_time_do_not_mix()
    {
        var runs = Enumerable.Range(0, 40).Select(number => Task.Run(async () =>
        {
            var things = new List<Thing>();
            var options = new TestOptions { StackName = $"stack{number}", IsPreview = false };
            var resources = await Deployment.TestAsync(new RecordingMocks(), options, () =>
                things.AddRange(Enumerable.Range(0, 20).Select(index => new Thing($"thing-{number}-{index}"))));
            resources.Select(resource => resource.GetResourceName())
                .ShouldBe(Enumerable.Range(0, 20).Select(index => $"thing-{number}-{index}"));
            foreach (var thing in things)
            {
                (await thing.Urn.Read()).ShouldStartWith($"urn:pulumi:stack{number}::project::");
            }
        }));
        await Task.WhenAll(runs).WithinTenSeconds();
    }

    private static async Task Test(TestOptions options, Action program) =>
        await Task.Run(() => Deployment.TestAsync(new RecordingMocks(), options, program)).WithinTenSeconds();

    private static async Task<(string Project, string Stack, string Organization, bool IsDryRun)> Seen(TestOptions options)
    {
        (string, string, string, bool) seen = default;
        await Test(options, () =>
        {
            var instance = Deployment.Instance;
            seen = (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.IsDryRun);
        });
        return seen;
    }
}
