using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Scopes;
using static EcsPlatform.Plans.Tests.Scopes.Changes;

namespace EcsPlatform.Plans.Tests.Scopes;

public class ScopeCheckTests
{
    private const string OldImage = "1.dkr.ecr.eu-west-1.amazonaws.com/library/viewer@sha256:1";
    private const string NewImage = "1.dkr.ecr.eu-west-1.amazonaws.com/library/viewer@sha256:2";

    private static readonly string Viewer = Urn(Workload, "staging-viewer");
    private static readonly PlannedResource Definition = Resource(TaskDefinition, "viewer", Viewer);
    private static readonly PlannedResource Tasks = Resource(Service, "viewer", Viewer, Definition.Urn);
    private static readonly PlannedResource Template = Resource(LaunchTemplate, "staging");
    private static readonly PlannedResource Group = Resource(AutoScalingGroup, "staging", null, Template.Urn);
    private static readonly ExpectedScope Image = new ExpectedScope.Image("viewer", "library/viewer");
    private static readonly ExpectedScope Ami = new ExpectedScope.Ami();
    private static readonly ExpectedScope Cutover = new ExpectedScope.Cutover("viewer", Viewer);
    private static readonly ExpectedScope Scale = new ExpectedScope.Scale("viewer", Viewer);

    private static readonly ResourceChange Rolled = Replace(Definition, Input("containerDefinitions[viewer].image", OldImage, NewImage));
    private static readonly ResourceChange Rolls = Update(Tasks, Input("taskDefinition", from: Definition.Urn));
    private static readonly ResourceChange Repinned = Update(Template, Input("imageId"), Input("description"));
    private static readonly ResourceChange Refreshed = Update(Group, Input("launchTemplate.version", from: Template.Urn));

    [Fact]
    public void Another_digest_rolls_the_workloads_that_use_the_image() =>
        Found([Rolled, Rolls, Same(Resource(Workload, "staging-viewer"), Input("taskDefinitionArn", from: Definition.Urn))], Image).ShouldBeEmpty();

    [Theory]
    [InlineData("1.dkr.ecr.eu-west-1.amazonaws.com/library/viewer-admin@sha256:1")]
    [InlineData("my-library/viewer@sha256:1")]
    public void An_image_of_another_repository_is_outside(string image) =>
        Found([Replace(Definition, Input("containerDefinitions[viewer].image", image, NewImage))], Image)
            .ShouldBe(["viewer replacement of containerDefinitions[viewer].image is outside image:viewer"]);

    [Fact]
    public void Anything_else_in_the_task_definition_is_outside_and_so_is_its_service() =>
        Found([Replace(Definition, [.. Rolled.Inputs, Input("memory")]), Rolls], Image).ShouldBe([
            "viewer update of taskDefinition is outside image:viewer",
            "viewer replacement of memory is outside image:viewer",
        ]);

    [Fact]
    public void A_service_whose_new_task_definition_comes_from_elsewhere_is_outside() =>
        Found([Update(Tasks, Input("taskDefinition"))], Image).ShouldBe(["viewer update of taskDefinition is outside image:viewer"]);

    [Fact]
    public void A_function_gets_its_new_image() =>
        Found([Update(Resource(Function, "f"), Input("imageUri", OldImage, NewImage))], Image).ShouldBeEmpty();

    [Fact]
    public void Nothing_may_happen_in_none() => Found([Rolled, Rolls], new ExpectedScope.None()).ShouldBe([
        "viewer update of taskDefinition is outside none",
        "viewer replacement of containerDefinitions[viewer].image is outside none",
    ]);

    [Fact]
    public void Another_machine_image_updates_template_and_group() => Found([Repinned, Refreshed], Ami).ShouldBeEmpty();

    [Fact]
    public void Another_instance_type_is_outside_every_scope_but_its_own() =>
        Found([Update(Template, Input("instanceType")), Refreshed], Image).ShouldBe([
            "staging update of launchTemplate.version is outside image:viewer",
            "staging update of instanceType is outside image:viewer",
        ]);

    [Fact]
    public void Another_instance_type_is_outside_ami() =>
        Found([Update(Template, Input("instanceType"), Input("imageId")), Refreshed], Ami).ShouldBe([
            "staging update of launchTemplate.version is outside ami",
            "staging update of instanceType is outside ami",
        ]);

    [Fact]
    public void Several_scopes_allow_what_each_allows() => Found([Rolled, Rolls, Repinned, Refreshed], Image, Ami).ShouldBeEmpty();

    [Fact]
    public void Two_images_of_one_task_definition_need_both_scopes()
    {
        ResourceChange[] changes = [Replace(Definition, [.. Rolled.Inputs, Input("containerDefinitions[log].image", "library/log@sha256:1", "library/log@sha256:2")])];
        Found(changes, Image, new ExpectedScope.Image("log", "library/log")).ShouldBeEmpty();
        Found(changes, Image).ShouldBe(["viewer replacement of containerDefinitions[log].image is outside image:viewer"]);
    }

    [Fact]
    public void A_new_JAR_updates_its_function_and_the_alias_that_follows()
    {
        var function = Resource(Function, "f") with { Inputs = PropertyValue.Map.Of([KeyValuePair.Create<string, PropertyValue>("s3Key", new PropertyValue.Text("jars/transform.jar"))]) };
        var alias = Update(Resource(Alias, "live", null, function.Urn), Input("functionVersion", from: function.Urn));
        ResourceChange[] changes = [Update(function, Input("s3ObjectVersion"), Input("sourceCodeHash")), alias];
        Found(changes, new ExpectedScope.Jar("transform", "jars/transform.jar")).ShouldBeEmpty();
        Found(changes, new ExpectedScope.Jar("other", "jars/other.jar")).ShouldBe([
            "live update of functionVersion is outside jar:other",
            "f update of s3ObjectVersion, sourceCodeHash is outside jar:other",
        ]);
    }

    [Fact]
    public void A_cutover_changes_where_a_listener_or_a_rule_leads()
    {
        var target = Resource(TargetGroup, "viewer-2", Viewer);
        ResourceChange[] changes =
        [
            Same(target),
            Update(Resource(Listener, "https", null, target.Urn), Input("defaultActions")),
            Update(Resource(ListenerRule, "viewer", Viewer), Input("actions")),
        ];
        Found(changes, Cutover).ShouldBeEmpty();
        Found(changes, new ExpectedScope.Cutover("search", Urn(Workload, "staging-search"))).ShouldBe([
            "https update of defaultActions is outside cutover:search",
            "viewer update of actions is outside cutover:search",
        ]);
    }

    [Fact]
    public void A_workload_gets_more_tasks()
    {
        ResourceChange[] changes =
        [
            Update(Tasks, Input("desiredCount")),
            Update(Resource(ScalableTarget, "viewer", Viewer), Input("minCapacity"), Input("maxCapacity")),
        ];
        Found(changes, Scale).ShouldBeEmpty();
        Found(changes, new ExpectedScope.Scale("search", Urn(Workload, "staging-search"))).ShouldBe([
            "viewer update of minCapacity, maxCapacity is outside scale:search",
            "viewer update of desiredCount is outside scale:search",
        ]);
    }

    [Fact]
    public void What_is_made_deleted_moved_or_configured_otherwise_is_outside_every_scope()
    {
        var old = Resource(Service, "old");
        Found(
            [
                new ResourceChange { Operation = Operation.Create, New = Resource(Service, "new") },
                new ResourceChange { Operation = Operation.Delete, Old = Resource(Service, "gone") },
                new ResourceChange { Operation = Operation.Same, Old = old, New = Resource(Service, "renamed") },
                Same(Tasks) with { Options = [new OptionChange("protect", "true", "")] },
                Same(Resource(Workload, "staging-viewer"), Input("url")),
                Replace(Resource("aws:lb/loadBalancer:LoadBalancer", "lb")),
            ],
            Image, Ami, Cutover, Scale).ShouldBe([
            "gone deletion is outside image:viewer, ami, cutover:viewer, scale:viewer",
            "new creation is outside image:viewer, ami, cutover:viewer, scale:viewer",
            $"renamed move from {old.Urn} is outside image:viewer, ami, cutover:viewer, scale:viewer",
            "viewer change of the option protect is outside image:viewer, ami, cutover:viewer, scale:viewer",
            "lb replacement is outside image:viewer, ami, cutover:viewer, scale:viewer",
            "staging-viewer change of the output url is outside image:viewer, ami, cutover:viewer, scale:viewer",
        ]);
    }

    private static IEnumerable<string> Found(ResourceChange[] changes, params ExpectedScope[] scopes) =>
        ScopeCheck.Violations(Difference(changes), [.. scopes]).Select(violation => $"{violation.Urn.Split("::")[^1]} {violation.Reason}");
}
