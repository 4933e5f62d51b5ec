using System.Collections.Immutable;
using EcsPlatform.Cli.Views;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using static EcsPlatform.Cli.Tests.Views.Make;

namespace EcsPlatform.Cli.Tests.Views;

public class ImageChangesTests
{
    private const string New = "viewer 3f2a… → 91bc…: new task definition, ";

    [Theory]
    [InlineData("library/viewer:1.2", "library/viewer:1.3", "1.2 → 1.3")]
    [InlineData("library/viewer:1.2", $"library/viewer@sha256:{NewDigest}", "1.2 → 91bc…")]
    [InlineData($"library/viewer:1.2@sha256:{OldDigest}", $"library/viewer:1.3@sha256:{NewDigest}", "3f2a… → 91bc…")]
    [InlineData($"library/viewer:1.2@sha256:{OldDigest}", $"library/viewer:1.3@sha256:{OldDigest}", "1.2 (3f2a…) → 1.3 (3f2a…)")]
    [InlineData($"registry:5000/viewer@sha256:{OldDigest}", $"mirror/viewer@sha256:{OldDigest}", "registry:5000/viewer 3f2a… → mirror/viewer 3f2a…")]
    [InlineData("registry:5000/viewer", "registry:5000/viewer:2", "without a tag → 2")]
    public void What_differs_between_images_is_named(string old, string @new, string change) => ImageReference.Change(old, @new).ShouldBe(change);

    [Fact]
    public void Digests_are_read_as_far_as_they_are_the_same() =>
        ImageReference.Change($"v@sha256:{OldDigest}", $"v@sha256:{OldDigest[..5]}{NewDigest[5..]}").ShouldBe($"3f2a9c5… → 3f2a9{NewDigest[5..7]}…");

    [Fact]
    public void A_service_rolls_with_its_count_and_bounds() =>
        Lines(Service_("web", ("desiredCount", Number(1)), ("deploymentMinimumHealthyPercent", Number(50)), ("deploymentMaximumPercent", Text("150"))))
            .ShouldBe([$"{New}service rolls 1 task at min 50 % max 150 %"]);

    [Fact]
    public void What_the_service_leaves_to_ECS_is_said() =>
        Lines(Service_("web", ("desiredCount", Number(3)))).ShouldBe([$"{New}service rolls 3 tasks at min 100 % max 200 % (ECS's defaults)"]);

    [Fact]
    public void One_bound_left_to_ECS_is_said() => Lines(Service_("web", ("deploymentMinimumHealthyPercent", Number(0))))
        .ShouldBe([$"{New}service rolls its tasks at min 0 % max 200 % (ECS's default)"]);

    [Fact]
    public void A_count_that_is_ignored_is_not_promised()
    {
        var service = Service_("web", ("desiredCount", Number(2)));
        Lines(service with { New = service.New! with { IgnoreChanges = ["desiredCount"] } })
            .ShouldBe([$"{New}service rolls as many tasks as run (desiredCount is ignored, 2 at first) at min 100 % max 200 % (ECS's defaults)"]);
    }

    [Fact]
    public void A_service_without_tasks_rolls_none() =>
        Lines(Service_("web", ("desiredCount", Number(0)))).ShouldBe([$"{New}service has no tasks to roll (desiredCount is 0)"]);

    [Fact]
    public void A_daemon_rolls_on_every_instance() => Lines(Service_("web", ("schedulingStrategy", Text("DAEMON")), ("deploymentMinimumHealthyPercent", Number(0))))
        .ShouldBe([$"{New}daemon service rolls its task on every instance at min 0 %"]);

    [Fact]
    public void Another_controller_is_named() => Lines(Service_("web", ("deploymentController", Map(("type", Text("CODE_DEPLOY"))))))
        .ShouldBe([$"{New}service is rolled by CODE_DEPLOY"]);

    [Fact]
    public void A_service_that_ignores_its_task_definition_keeps_it()
    {
        var service = Service_("web");
        Lines(service with { Operation = Operation.Same, Inputs = [], Ignored = service.Inputs })
            .ShouldBe([$"{New}service keeps its present one (taskDefinition is ignored)"]);
    }

    [Fact]
    public void Without_a_service_it_says_so() => Lines().ShouldBe([$"{New}no service uses it"]);

    [Fact]
    public void What_starts_tasks_without_a_service_is_named()
    {
        var target = Resource("aws:cloudwatch/eventTarget:EventTarget", "nightly");
        Lines(Changed(Operation.Update, target, Change("ecsTarget", null, Text("arn")) with { FollowsFrom = Urn(TaskDefinition, "viewer") }))
            .ShouldBe([$"{New}no service uses it, EventTarget nightly changes to it"]);
    }

    [Fact]
    public void Several_services_are_told_apart() => Lines(Service_("a", ("desiredCount", Number(1))), Service_("b", ("desiredCount", Number(0))))
        .ShouldBe([$"{New}service a rolls 1 task at min 100 % max 200 % (ECS's defaults), service b has no tasks to roll (desiredCount is 0)"]);

    [Fact]
    public void A_new_service_is_created_with_it()
    {
        var service = Resource(Service, "web") with { PropertyDependencies = Dependency("taskDefinition", Urn(TaskDefinition, "viewer")) };
        Lines(Changed(Operation.Create, service)).ShouldBe([$"{New}service is created with it"]);
    }

    [Fact]
    public void Several_containers_of_a_task_share_a_line()
    {
        var definition = Changed(
            Operation.Replace,
            Resource(TaskDefinition, "viewer"),
            ImageChange(Text("router:1"), Text("router:2"), "router"),
            ImageChange(Image(OldDigest), Image(NewDigest)));
        ImageChanges.Of(Difference(definition)).ShouldBe(["router 1 → 2, viewer 3f2a… → 91bc…: new task definition, no service uses it"]);
    }

    [Fact]
    public void Containers_of_one_name_are_told_apart_by_their_tasks() =>
        ImageChanges.Of(Difference(
            Changed(Operation.Replace, Resource(TaskDefinition, "a"), ImageChange(Text("app:1"), Text("app:2"), "app")),
            Changed(Operation.Replace, Resource(TaskDefinition, "b"), ImageChange(Text("app:1"), Text("app:2"), "app"))))
            .ShouldBe(["app of a 1 → 2: new task definition, no service uses it", "app of b 1 → 2: new task definition, no service uses it"]);

    [Fact]
    public void A_function_updates() =>
        ImageChanges.Of(Difference(Changed(Operation.Update, Resource(Function, "thumbnails"), Change("imageUri", Image(OldDigest), Image(NewDigest)))))
            .ShouldBe(["thumbnails 3f2a… → 91bc…: function updates to the new image"]);

    [Fact]
    public void Changes_without_an_image_have_no_line() =>
        ImageChanges.Of(Difference(Changed(Operation.Replace, Resource(TaskDefinition, "viewer"), Change("family", Text("a"), Text("b"))))).ShouldBeEmpty();

    private static ImmutableArray<string> Lines(params ResourceChange[] followers) => ImageChanges.Of(Difference(
        [Changed(Operation.Replace, Resource(TaskDefinition, "viewer"), ImageChange(Image(OldDigest), Image(NewDigest))), .. followers]));

    private static ResourceChange Service_(string name, params (string Name, PropertyValue Value)[] inputs) => Changed(
        Operation.Update, Resource(Service, name, inputs), Change("taskDefinition", Text("old"), Text("new")) with { FollowsFrom = Urn(TaskDefinition, "viewer") });
}
