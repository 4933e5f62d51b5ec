using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Stacks.Tests;

/// <summary>What stands around staging's functions: the file system, the copies, the site, and who hears of failures.</summary>
public sealed class StagingContentTests : IAsyncLifetime
{
    private const string Topic = "arn:aws:sns:eu-west-1:111111111111:library-operators";
    private Plan _plan = null!;

    public async Task InitializeAsync() => _plan = await StackPlans.Staging;

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void The_viewer_reads_what_functions_and_copies_write()
    {
        var files = _plan.Only("aws:efs/fileSystem:FileSystem", "staging-files");
        files.Number("provisionedThroughputInMibps").ShouldBe(3);
        foreach (var point in new[] { "staging-files-data", "staging-viewer-data" })
        {
            var access = _plan.Only("aws:efs/accessPoint:AccessPoint", point);
            (access.Text("fileSystemId"), access.Text("rootDirectory.path"), access.Number("posixUser.uid")).ShouldBe((files.Id, "/data", 1000));
        }

        _plan.Only("aws:ecs/taskDefinition:TaskDefinition", "staging-viewer").Text("volumes.0.efsVolumeConfiguration.fileSystemId").ShouldBe(files.Id);
        _plan.Only("aws:datasync/efsLocation:EfsLocation").Text("accessPointArn")
            .ShouldBe(_plan.Only("aws:efs/accessPoint:AccessPoint", "staging-files-data").OutputText("arn"));
        _plan.All("aws:datasync/task:Task").Select(task => task.Name).Order().ShouldBe(["staging-releases-sync-full", "staging-releases-sync-pages"]);
    }

    [Fact]
    public void Editors_put_in_and_services_show_what_functions_work_on()
    {
        var (source, releases) = (_plan.Only("aws:s3/bucket:Bucket", "staging-source"), _plan.Only("aws:s3/bucket:Bucket", "staging-releases"));
        var loader = _plan.Only("aws:ecs/taskDefinition:TaskDefinition", "staging-content-loader").Text("containerDefinitions");
        loader.ShouldContain($$"""{"name":"RELEASES_BUCKET","value":"{{releases.Id}}"}""");
        loader.ShouldContain($$"""{"name":"SOURCE_BUCKET","value":"{{source.Id}}"}""");
        _plan.Only("aws:ecs/taskDefinition:TaskDefinition", "staging-services").Text("containerDefinitions")
            .ShouldContain($$"""{"name":"DATA_LOCATION","value":"s3://{{releases.Id}}"}""");
        var editor = _plan.Only("aws:iam/rolePolicy:RolePolicy", "staging-content-loader-task").Text("policy");
        editor.ShouldContain($"\"s3:DeleteObject\",\"Resource\":\"{source.OutputText("arn")}/*\"");
        editor.ShouldContain($"{releases.OutputText("arn")}/*");
        var reader = _plan.Only("aws:iam/rolePolicy:RolePolicy", "staging-services-task").Text("policy");
        reader.ShouldContain($"\"s3:GetObject\",\"Resource\":\"{releases.OutputText("arn")}/*\"");
        reader.ShouldNotContain("s3:PutObject");
    }

    [Fact]
    public void Transcriptions_come_from_the_releases()
    {
        var site = _plan.Only("aws:cloudfront/distribution:Distribution", "staging-releases");
        site.Texts("aliases").ShouldBe(["staging-transcriptions.library.example.org"]);
        site.Text("origins.0.originPath").ShouldBe("/html");
        site.Text("origins.0.domainName").ShouldBe(_plan.Only("aws:s3/bucket:Bucket", "staging-releases").OutputText("bucketRegionalDomainName"));
        _plan.Only("aws:s3/bucketPolicy:BucketPolicy", "staging-releases").Text("policy").ShouldContain(site.OutputText("arn"));
    }

    [Fact]
    public void Operators_hear_of_functions_and_services_that_fail()
    {
        var alarms = _plan.All("aws:cloudwatch/metricAlarm:MetricAlarm");
        alarms.Count(alarm => alarm.Name.EndsWith("-dead-letters", StringComparison.Ordinal)).ShouldBe(10);
        alarms.Where(alarm => alarm.Name.EndsWith("-healthy-hosts", StringComparison.Ordinal)).Select(alarm => alarm.Name)
            .ShouldBe(_plan.All("aws:lb/targetGroup:TargetGroup").Select(group => $"{group.Name}-healthy-hosts"), ignoreOrder: true);
        alarms.ShouldAllBe(alarm => alarm.Texts("alarmActions").Contains(Topic));
        _plan.All("aws:cloudwatch/eventRule:EventRule").Count.ShouldBe(3);
    }
}
