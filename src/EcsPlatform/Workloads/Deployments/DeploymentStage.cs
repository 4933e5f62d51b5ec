namespace EcsPlatform.Workloads;

/// <summary>
/// The stages of a deployment that take a hook
/// (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html).
/// </summary>
public enum DeploymentStage
{
    /// <summary>RECONCILE_SERVICE: a deployment begins while another one is not done.</summary>
    ReconcileService,

    /// <summary>PRE_SCALE_UP: no new task has started.</summary>
    PreScaleUp,

    /// <summary>POST_SCALE_UP: the new tasks run, without requests.</summary>
    PostScaleUp,

    /// <summary>TEST_TRAFFIC_SHIFT: test requests begin to go to the new tasks.</summary>
    TestTrafficShift,

    /// <summary>POST_TEST_TRAFFIC_SHIFT: all test requests go to the new tasks.</summary>
    PostTestTrafficShift,

    /// <summary>PRODUCTION_TRAFFIC_SHIFT: requests begin to go to the new tasks.</summary>
    ProductionTrafficShift,

    /// <summary>POST_PRODUCTION_TRAFFIC_SHIFT: all requests go to the new tasks.</summary>
    PostProductionTrafficShift,
}
