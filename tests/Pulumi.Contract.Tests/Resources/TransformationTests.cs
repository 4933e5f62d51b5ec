using System.Collections.Concurrent;
using ContractTests.Samples;
using ContractTests.Support;
using Pulumi;
using Pulumi.Testing;

namespace ContractTests.Resources;

public sealed class TransformationTests
{
    [Fact]
    public async Task A_transformation_sees_resource_arguments_and_options_as_written()
    {
        ResourceTransformationArgs? seen = null;
        Thing? parent = null;
        var args = new ThingArgs { Title = "t" };
        var child = await Run.UpOf(new RecordingMocks(), () =>
        {
            parent = new Thing("parent", null, new CustomResourceOptions { Provider = new DemoProvider("prov"), Protect = true });
            return new Thing("child", args, new CustomResourceOptions
            {
                Parent = parent,
                IgnoreChanges = { "title" },
                ResourceTransformations = { given => Note(given, out seen) },
            });
        });
        seen.ShouldNotBeNull();
        seen.Value.Resource.ShouldBeSameAs(child);
        seen.Value.Args.ShouldBeSameAs(args);
        seen.Value.Options.Parent.ShouldBeSameAs(parent);
        seen.Value.Options.IgnoreChanges.ShouldBe(["title"]);
        seen.Value.Options.Provider.ShouldBeNull();
        seen.Value.Options.Protect.ShouldBeNull();
    }

    [Fact]
    public async Task A_transformation_runs_in_the_constructor()
    {
        var ranBefore = false;
        await Run.Up(new RecordingMocks(), () =>
        {
            var ran = false;
            _ = new Thing("a", null, new CustomResourceOptions
            {
                ResourceTransformations =
                {
                    _ =>
                    {
                        ran = true;
                        return null;
                    },
                },
            });
            ranBefore = ran;
        });
        ranBefore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_transformation_may_replace_arguments_and_options()
    {
        var mocks = new RecordingMocks();
        await Run.Up(mocks, () =>
        {
            var provider = new DemoProvider("prov");
            _ = new Thing("a", new ThingArgs { Title = "before" }, new CustomResourceOptions
            {
                ResourceTransformations =
                {
                    given =>
                    {
                        var options = CustomResourceOptions.Merge((CustomResourceOptions)given.Options, null);
                        options.Provider = provider;
                        return new ResourceTransformationResult(new ThingArgs { Title = "after" }, options);
                    },
                },
            });
        });
        mocks.Input("a", "title").ShouldBe("after");
        mocks.Resource("a").Provider.ShouldEndWith("::prov-id");
    }

    [Fact]
    public async Task A_transformation_may_not_change_the_parent()
    {
        var failure = await Run.Failure(new RecordingMocks(), () =>
        {
            var group = new Group("g");
            _ = new Thing("a", null, new CustomResourceOptions
            {
                ResourceTransformations =
                {
                    given => new ResourceTransformationResult(given.Args, new CustomResourceOptions { Parent = group }),
                },
            });
        });
        failure.Message.ShouldContain("System.ArgumentException");
        failure.Message.ShouldContain("Transformations cannot currently be used to change the 'parent' of a resource.");
    }

    [Fact]
    public async Task Transformations_run_from_the_resource_outwards_to_the_stack()
    {
        var events = new ConcurrentQueue<string>();
        await Host(new StackOptions { ResourceTransformations = { Noting("stack") } }, stack =>
        {
            var outer = new Group("outer", null, new ComponentResourceOptions { ResourceTransformations = { Noting("outer") } });
            var options = new ComponentResourceOptions { Parent = outer, ResourceTransformations = { Noting("inner") } };
            var inner = new Group("inner", null, options);
            _ = new Thing("leaf", null, new CustomResourceOptions { Parent = inner, ResourceTransformations = { Noting("own") } });
        });
        events.Where(text => text.EndsWith(" leaf", StringComparison.Ordinal))
            .ShouldBe(["own leaf", "inner leaf", "outer leaf", "stack leaf"]);

        ResourceTransformation Noting(string who) => given =>
        {
            events.Enqueue($"{who} {given.Resource.GetResourceName()}");
            return null;
        };
    }

    [Fact]
    public async Task A_stacks_transformation_sees_the_stack_itself_and_everything_in_it()
    {
        var types = new ConcurrentQueue<string>();
        var options = new StackOptions
        {
            ResourceTransformations =
            {
                given =>
                {
                    types.Enqueue(given.Resource.GetResourceType());
                    return null;
                },
            },
        };
        await Host(options, stack =>
        {
            var group = new Group("g", null, new ComponentResourceOptions { Providers = { new DemoProvider("prov") } });
            _ = new Thing("a", null, new CustomResourceOptions { Parent = group });
        });
        types.ShouldBe(["pulumi:pulumi:Stack", "pulumi:providers:demo", Group.Token, Thing.Token], ignoreOrder: true);
    }

    private static ResourceTransformationResult? Note(ResourceTransformationArgs given, out ResourceTransformationArgs? seen)
    {
        seen = given;
        return null;
    }

    private static async Task Host(StackOptions options, Action<HostStack> body)
    {
        var services = new HostServices(new HostProgram(body, options));
        await Task.Run(() => Deployment.TestWithServiceProviderAsync<HostStack>(new RecordingMocks(), services, new TestOptions()))
            .WithinTenSeconds();
    }
}
