using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;
using Pulumi.Testing;

namespace ContractTests.Runs;

public sealed class TestFormTests
{
    private static readonly TestOptions Options = new() { IsPreview = false };

    [Fact]
    public async Task An_action_gives_the_resources_in_order_without_the_stack()
    {
        var resources = await Run.Up(new RecordingMocks(), () => Create());
        Names(resources).ShouldBe(["prov", "group", "child", "remote", "read"]);
    }

    [Fact]
    public async Task An_asynchronous_program_gives_the_resources()
    {
        var resources = await Run.Up(new RecordingMocks(), async () =>
        {
            await Task.Yield();
            _ = new Thing("a");
        });
        Names(resources).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_program_with_outputs_gives_back_the_very_objects()
    {
        var output = Output.Create("o");
        Func<IDictionary<string, object?>> program = () =>
        {
            _ = new Thing("a");
            return new Dictionary<string, object?> { ["plain"] = "p", ["output"] = output };
        };
        var (resources, outputs) = await Task.Run(() => Deployment.TestAsync(new RecordingMocks(), Options, program)).WithinTenSeconds();
        Names(resources).ShouldBe(["a"]);
        outputs["plain"].ShouldBe("p");
        outputs["output"].ShouldBeSameAs(output);
    }

    [Fact]
    public async Task An_asynchronous_program_with_outputs_gives_both()
    {
        Func<Task<IDictionary<string, object?>>> program = async () =>
        {
            await Task.Yield();
            return new Dictionary<string, object?> { ["arn"] = new Thing("a").Arn };
        };
        var mocks = RecordingMocks.Answering(("arn", "arn:a"));
        var (resources, outputs) = await Task.Run(() => Deployment.TestAsync(mocks, Options, program)).WithinTenSeconds();
        Names(resources).ShouldBe(["a"]);
        await outputs["arn"].ShouldBeOfType<Output<string>>().ShouldBeKnown("arn:a");
    }

    [Fact]
    public async Task A_stack_class_comes_first_among_the_resources()
    {
        var mocks = new RecordingMocks();
        var resources = await Run.StackOf<ShopStack>(mocks);
        var stack = resources[0].ShouldBeOfType<ShopStack>();
        (stack.GetResourceType(), stack.GetResourceName()).ShouldBe(("pulumi:pulumi:Stack", "project-stack"));
        Names(resources[1..]).ShouldBe(["a"]);
        mocks.Resources.Select(args => args.Name).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_stack_registers_its_marked_properties_as_outputs()
    {
        var mocks = new RecordingMocks();
        await Run.StackOf<ShopStack>(mocks);
        var request = mocks.Outputs.ShouldHaveSingleItem();
        request.Outputs.Keys.Order().ShouldBe(["Named", "endpoint"], ignoreOrder: true);
        (await request.Outputs["endpoint"].Read()).ShouldBe("a-id");
    }

    [Fact]
    public async Task A_stack_may_come_from_a_service_provider()
    {
        var services = new HostServices(new HostProgram(stack => _ = new Thing("a")));
        var resources = await Task.Run(() =>
            Deployment.TestWithServiceProviderAsync<HostStack>(new RecordingMocks(), services)).WithinTenSeconds();
        resources[0].ShouldBeOfType<HostStack>();
        Names(resources[1..]).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Empty_mocks_echo_inputs()
    {
        var raw = await Run.UpOf(new EmptyMocks(), () => new Echo("a", "text"));
        await raw.Value.ShouldBeKnown("text");
    }

    [Fact]
    public async Task Empty_mocks_cannot_answer_a_call()
    {
        var failure = await Run.Failure(new EmptyMocks(), () =>
        {
            _ = GetThing.Invoke(new GetThingInvokeArgs { Name = "n" });
        });
        failure.ToString().ShouldContain("is not a supported argument type");
    }

    [Fact]
    public async Task Mocks_may_leave_out_the_method_for_registered_outputs()
    {
        var resources = await Run.Up(new ShortMocks(), () => { _ = new Endpoint("e", "host"); });
        Names(resources).ShouldBe(["e"]);
    }

    private static void Create()
    {
        var provider = new DemoProvider("prov");
        var group = new Group("group", null, new ComponentResourceOptions { Providers = { provider } });
        _ = new Thing("child", null, new CustomResourceOptions { Parent = group });
        _ = new RemoteGroup("remote");
        _ = Thing.Get("read", "i-1");
    }

    private static IEnumerable<string> Names(IEnumerable<Resource> resources) => resources.Select(resource => resource.GetResourceName());

    private sealed class ShortMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
            Task.FromResult<(string?, object)>(("id", args.Inputs));

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException();
    }

    private sealed class Echo : CustomResource
    {
        public Echo(string name, string value)
            : base("demo:index:Echo", name, new RawArgs { Value = value }, new CustomResourceOptions())
        {
        }

        [Output("raw")]
        public Output<string> Value { get; private set; } = null!;
    }
}
