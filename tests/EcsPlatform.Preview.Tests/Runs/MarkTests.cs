using EcsPlatform.Plans;
using EcsPlatform.Plans.Files;
using EcsPlatform.Testing;
using Pulumi;
using Pulumi.Utilities;

namespace EcsPlatform.Preview.Tests.Runs;

public class MarkTests
{
    private const string Password = "correct-horse-battery";

    [Fact]
    public async Task A_secret_never_shows_whatever_way_it_takes()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var secret = Output.CreateSecret(Password);
            var thing = new Thing("a", new ThingArgs
            {
                Title = secret,
                Labels = { "plain", secret },
                Tags = { ["password"] = secret },
                Detail = new DetailArgs { Password = secret, Path = "/" },
            });
            var follower = new Thing("b", new ThingArgs { Title = thing.Title, Labels = { Output.Format($"x-{thing.Title}") } });
            _ = new Thing("c", new ThingArgs { Title = secret.Apply(value => value.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + value) });
            _ = new Thing("d", new ThingArgs { Title = $"leaked: {Password}" });
            return new Dictionary<string, object?> { ["password"] = follower.Title, ["list"] = Output.Create(new[] { Password }.ToList()) };
        });
        PlanFile.Write(plan).ShouldNotContain(Password);
        var a = plan.Only("test:index:Thing", "a");
        a.Input("title").ShouldBe(new PropertyValue.Secret("[secret]"));
        a.Output("title").ShouldBe(new PropertyValue.Secret("[secret]"));
        a.Input("detail.password").ShouldBe(new PropertyValue.Secret("[secret]"));
        a.Text("detail.path").ShouldBe("/");
        a.Input("labels").ShouldBe(new PropertyValue.Secret("[secret]"));
        plan.Only("test:index:Thing", "b").Input("title").ShouldBe(new PropertyValue.Secret("[secret]"));
        plan.Only("test:index:Thing", "d").Input("title").ShouldBe(new PropertyValue.Secret("[secret]"));
        plan.Root.Output("password").ShouldBe(new PropertyValue.Secret("[secret]"));
    }

    [Fact]
    public async Task Outputs_that_a_resource_keeps_secret_are_masked()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var thing = new Thing("a", new ThingArgs { Title = Password }, new CustomResourceOptions { AdditionalSecretOutputs = { "title" } });
            return new Dictionary<string, object?> { ["title"] = thing.Title };
        });
        plan.Only("test:index:Thing").Output("title").ShouldBe(new PropertyValue.Secret("[secret]"));
        plan.Root.Output("title").ShouldBe(new PropertyValue.Secret("[secret]"));
    }

    [Fact]
    public async Task What_is_known_only_after_an_update_is_marked()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var thing = new Thing("a");
            _ = new Thing("b", new ThingArgs
            {
                Title = thing.Computed,
                Size = 3,
                Detail = new DetailArgs { Path = OutputUtilities.CreateUnknown("") },
            });
            return new Dictionary<string, object?> { ["computed"] = thing.Computed };
        });
        var b = plan.Only("test:index:Thing", "b");
        b.Input("title").ShouldBe(PropertyValue.Unknown.Value);
        b.Number("size").ShouldBe(3);
        b.Input("detail.path").ShouldBe(PropertyValue.Unknown.Value);
        b.PropertyDependencies["title"].ShouldBe([plan.Only("test:index:Thing", "a").Urn]);
        plan.Root.Output("computed").ShouldBe(PropertyValue.Unknown.Value);
    }

    [Fact]
    public async Task Values_of_every_kind_arrive()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            _ = new Thing("a", new ThingArgs
            {
                Title = "t",
                Size = 3,
                Labels = { "x", "y" },
                Tags = { ["k"] = "v" },
                Code = new FileArchive("."),
            });
        });
        var thing = plan.Only("test:index:Thing");
        thing.Text("title").ShouldBe("t");
        thing.Number("size").ShouldBe(3);
        thing.Texts("labels").ShouldBe(["x", "y"]);
        thing.Text("tags.k").ShouldBe("v");
        thing.Input("code").ShouldBe(new PropertyValue.Asset("FileArchive"));
        thing.Input("detail").ShouldBeNull();
    }
}
