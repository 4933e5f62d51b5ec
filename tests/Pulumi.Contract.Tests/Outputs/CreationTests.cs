using ContractTests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace ContractTests.Outputs;

public sealed class CreationTests
{
    [Fact]
    public async Task Create_from_a_value_is_known_and_not_secret()
    {
        var output = Output.Create("a");
        await output.ShouldBeKnown("a");
        await output.ShouldNotBeSecret();
    }

    [Fact]
    public Task Create_from_a_task_has_its_result() => Output.Create(Task.FromResult("a")).ShouldBeKnown("a");

    [Fact]
    public Task Create_on_the_generic_type_takes_a_task() => Output<string>.Create(Task.FromResult("a")).ShouldBeKnown("a");

    [Fact]
    public async Task CreateSecret_from_a_value_is_known_and_secret()
    {
        var output = Output.CreateSecret("a");
        await output.ShouldBeKnown("a");
        await output.ShouldBeSecret();
    }

    [Fact]
    public async Task CreateSecret_from_a_task_is_known_and_secret()
    {
        var output = Output.CreateSecret(Task.FromResult("a"));
        await output.ShouldBeKnown("a");
        await output.ShouldBeSecret();
    }

    [Fact]
    public async Task CreateSecret_from_an_output_leaves_the_output_itself_alone()
    {
        var plain = Output.Create("a");
        var secret = Output.CreateSecret(plain);
        await secret.ShouldBeKnown("a");
        await secret.ShouldBeSecret();
        await plain.ShouldNotBeSecret();
    }

    [Fact]
    public async Task CreateSecret_from_an_unknown_is_an_unknown_secret()
    {
        var secret = Output.CreateSecret(OutputUtilities.CreateUnknown("a"));
        await secret.ShouldBeUnknown();
        await secret.ShouldBeSecret();
    }

    [Fact]
    public async Task Unsecret_takes_the_mark_away()
    {
        var output = Output.Unsecret(Output.CreateSecret("a"));
        await output.ShouldBeKnown("a");
        await output.ShouldNotBeSecret();
    }

    [Fact]
    public Task CreateUnknown_from_a_value_is_unknown() => OutputUtilities.CreateUnknown("a").ShouldBeUnknown();

    [Fact]
    public Task CreateUnknown_from_a_factory_is_unknown()
    {
        Func<Task<string>> factory = () => Task.FromResult("a");
        return OutputUtilities.CreateUnknown(factory).ShouldBeUnknown();
    }

    [Fact]
    public async Task DeferredOutput_has_the_value_that_resolves_it()
    {
        var deferred = new DeferredOutput<string>();
        var loud = deferred.Output.Apply(text => text + "!");
        deferred.Resolve(Output.Create("a"));
        await deferred.Output.ShouldBeKnown("a");
        await loud.ShouldBeKnown("a!");
    }

    [Fact]
    public void DeferredOutput_resolves_only_once()
    {
        var deferred = new DeferredOutput<string>();
        deferred.Resolve(Output.Create("a"));
        Should.Throw<InvalidOperationException>(() => deferred.Resolve(Output.Create("b")));
    }

    [Fact]
    public async Task WithDependency_adds_the_resource_to_the_dependencies()
    {
        Output<string>? output = null;
        var thing = await Run.UpOf(new RecordingMocks(), () =>
        {
            var created = new Samples.Thing("a");
            output = OutputUtilities.WithDependency(Output.Create("x"), created);
            return created;
        });
        var dependencies = await OutputUtilities.GetDependenciesAsync(output!).WithinTenSeconds();
        dependencies.ShouldContain(thing);
        await output!.ShouldBeKnown("x");
    }
}
